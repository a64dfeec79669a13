package org.juxian.competition.diary;

import java.util.Collection;
import java.util.Map;

/** Which phone number belongs to whom: a captain is known by account, a member by number. */
public interface Aliases {

  /**
   * Those who are one of these.
   *
   * @param idsOrPhones persons' ids and phone numbers
   * @return phone numbers by the person's id
   */
  Map<String, String> phones(Collection<String> idsOrPhones);

  /**
   * Learns a person's number; older news changes nothing.
   *
   * @param phone empty where none is known
   */
  void know(String personId, long sequence, String phone);
}
