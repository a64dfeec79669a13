package org.juxian.fair.booth;

import org.jspecify.annotations.Nullable;

/** Where an application for a booth stands. */
public sealed interface Standing {

  /** It waits for the organiser. */
  record Submitted() implements Standing {}

  /** The company holds this booth. */
  record Assigned(String boothId) implements Standing {}

  /** The organiser declined it. Final. */
  record Rejected(String reason) implements Standing {}

  /** It was taken back, by the applicant or by the organiser. Final. */
  record Withdrawn(@Nullable String reason) implements Standing {}

  /** Whether something can still become of it. */
  default boolean isLive() {
    return switch (this) {
      case Submitted _, Assigned _ -> true;
      case Rejected _, Withdrawn _ -> false;
    };
  }

  /** Its name in answers and in the database. */
  default String wireName() {
    return switch (this) {
      case Submitted _ -> "submitted";
      case Assigned _ -> "assigned";
      case Rejected _ -> "rejected";
      case Withdrawn _ -> "withdrawn";
    };
  }
}
