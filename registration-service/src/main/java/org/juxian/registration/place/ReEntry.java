package org.juxian.registration.place;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Whether one may come in again, where one was let in before. */
public enum ReEntry {
  /** Once is all. */
  NONE,
  /** As often as one likes. */
  FREE,
  /** After having been checked out. */
  CHECK_OUT,
  /** Once on each day of the event. */
  DAILY;

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /**
   * @param stay how it is in the zone so far; absent if the person was never there
   */
  boolean admits(Presence.@Nullable Stay stay, Instant at) {
    if (stay == null || stay.entries() == 0) {
      return true;
    }
    return switch (this) {
      case NONE -> false;
      case FREE -> true;
      case CHECK_OUT -> !stay.inside();
      case DAILY ->
          at.atZone(ZONE).toLocalDate().isAfter(stay.enteredAt().atZone(ZONE).toLocalDate());
    };
  }
}
