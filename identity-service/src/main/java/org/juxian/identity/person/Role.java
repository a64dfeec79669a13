package org.juxian.identity.person;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may be, beyond an attendee. */
public enum Role {
  ADMINISTRATOR,
  ORGANISER,
  EXHIBITOR,
  SCHOOL_COORDINATOR,
  JUDGE,
  SPEAKER,
  DOOR_STAFF;

  /** The name on the wire, such as {@code school-coordinator}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Role> of(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
