package org.juxian.fair.booth;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something that happened to a taken interview slot and that who took it is told. */
public sealed interface InterviewFact {

  /** It with its guest. */
  InterviewSlot slot();

  /**
   * The person has this interview.
   *
   * @param moved whether they knew another time or place before
   */
  record Booked(InterviewSlot slot, boolean moved) implements InterviewFact {}

  /** The person has it no longer. */
  record Ended(InterviewSlot slot, Cause cause, @Nullable String reason) implements InterviewFact {}

  /** Why an interview is no more. */
  enum Cause {
    /** By the person. */
    GIVEN_BACK,
    /** By the exhibitor. */
    CALLED_OFF,
    /** The exhibitor has no booth any more. */
    BOOTH_WITHDRAWN,
    /** The fair is not on any more at that time. */
    FAIR_MOVED,
    FAIR_CANCELLED;

    /** Its name in messages. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
