package org.juxian.platform.messaging;

/**
 * What a service knows about people, to be shown to them and forgotten at their wish. A service
 * that has such data offers one bean of this type; requests and answers go by {@link
 * PersonalDataRequests}. Both methods may be called twice for the same wish.
 */
public interface PersonalData {

  /**
   * All that is known about a person, as a record or map that becomes JSON.
   *
   * @param personId the person
   */
  Object export(String personId);

  /**
   * Forgets the person. What must be kept is kept without saying who it was.
   *
   * @param personId the person
   */
  void erase(String personId);
}
