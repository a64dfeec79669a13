package org.juxian.registration.messaging;

import org.juxian.platform.messaging.Outgoing;
import org.juxian.registration.people.Person;

/**
 * What this service tells about people without an account, as {@code contracts/registration} says.
 */
public final class GuestMessages {

  static final String KNOWN = "registration.guest-known.v1";
  static final String CLAIMED = "registration.guest-claimed.v1";

  record Known(String personId, String name, String phone, String language) {}

  record Claimed(String guestId, String personId) {}

  private GuestMessages() {}

  /** Somebody can be reached by this phone number, under this id. */
  public static Outgoing known(Person guest) {
    return new Outgoing(
        RegistrationMessages.TOPIC,
        KNOWN,
        guest.id(),
        new Known(guest.id(), guest.name(), String.valueOf(guest.phone()), "zh"));
  }

  /** An account has taken over what was the guest's. */
  public static Outgoing claimed(Person guest, String personId) {
    return new Outgoing(
        RegistrationMessages.TOPIC, CLAIMED, guest.id(), new Claimed(guest.id(), personId));
  }
}
