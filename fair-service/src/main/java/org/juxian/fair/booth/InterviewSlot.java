package org.juxian.fair.booth;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juxian.event.Period;

/**
 * A time at a table of a booth at which an exhibitor talks with one person.
 *
 * @param applicationId with which the exhibitor holds the booth; the slot follows it to another one
 * @param table at the booth, 1 is the first
 * @param guest who took it; null while it is free
 */
public record InterviewSlot(
    String id, String applicationId, int table, Period period, @Nullable Guest guest) {

  /** What one person needs at least between two interviews. */
  public static final Duration BREATH = Duration.ofMinutes(10);

  /**
   * Who took a slot.
   *
   * @param name as the exhibitor is told it
   */
  public record Guest(String personId, String name) {

    /** What stands for somebody whom one should not find any more. */
    public static final String NOBODY = "-";
  }

  public boolean isFree() {
    return guest == null;
  }

  public boolean isOf(String personId) {
    return guest != null && guest.personId().equals(personId);
  }

  /** Whether somebody may take it at that moment. */
  public boolean canBeTaken(Instant now) {
    return isFree() && !hasBegun(now);
  }

  boolean hasBegun(Instant now) {
    return !now.isBefore(period.startsAt());
  }

  /** Whether one person cannot do both: they overlap, or follow without a breath in between. */
  boolean crowds(InterviewSlot other) {
    return period.startsAt().isBefore(other.period.endsAt().plus(BREATH))
        && other.period.startsAt().isBefore(period.endsAt().plus(BREATH));
  }

  InterviewSlot takenBy(@Nullable Guest next) {
    return new InterviewSlot(id, applicationId, table, period, next);
  }

  InterviewSlot later(Duration by) {
    Period moved = new Period(period.startsAt().plus(by), period.endsAt().plus(by));
    return new InterviewSlot(id, applicationId, table, moved, guest);
  }

  InterviewSlot anonymous() {
    return isFree() ? this : takenBy(new Guest(Guest.NOBODY, Guest.NOBODY));
  }
}
