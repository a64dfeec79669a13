package org.juxian.notification.contact;

import java.util.Optional;

/** The contacts of all people, as identity-service tells of them. */
public interface Contacts {

  Optional<Contact> find(String personId);

  /** Takes over what is newer than what is known. */
  void know(String personId, long sequence, Contact contact);
}
