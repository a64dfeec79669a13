package org.juxian.fair.booth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.juxian.event.EventStatus;
import org.juxian.event.Period;

/**
 * What becomes of interviews when their fair or booth changes. They go where their exhibitor goes;
 * a fair that moves as a whole takes them along, one that is shortened loses those outside. What is
 * over stays as it was.
 *
 * @param reason what the exhibitor, or everyone, was told
 */
record FollowingInterviews(Fair before, Fair after, @Nullable String reason, Instant now) {

  InterviewDecision.Decided follow() {
    Interviews next = before.interviews();
    List<InterviewFact> facts = new ArrayList<>();
    Duration shift = shift();
    for (InterviewSlot slot : before.interviews().slots().values()) {
      if (slot.period().isOverAt(now)) {
        continue;
      }
      InterviewSlot moved = slot.later(shift);
      Optional<InterviewFact.Cause> end = end(moved);
      if (end.isPresent()) {
        next = next.without(slot);
        tell(slot, facts, new InterviewFact.Ended(slot, end.get(), reason));
      } else if (!shift.isZero() || isElsewhere(slot)) {
        next = next.with(moved);
        tell(slot, facts, new InterviewFact.Booked(moved, true));
      }
    }
    return new InterviewDecision.Decided(next, facts);
  }

  private static void tell(InterviewSlot slot, List<InterviewFact> facts, InterviewFact fact) {
    if (!slot.isFree()) {
      facts.add(fact);
    }
  }

  private Optional<InterviewFact.Cause> end(InterviewSlot moved) {
    if (after.event().status() == EventStatus.CANCELLED) {
      return Optional.of(InterviewFact.Cause.FAIR_CANCELLED);
    }
    if (after.plan().placeOf(moved.applicationId()).isEmpty()) {
      return Optional.of(InterviewFact.Cause.BOOTH_WITHDRAWN);
    }
    return period(after).contains(moved.period())
        ? Optional.empty()
        : Optional.of(InterviewFact.Cause.FAIR_MOVED);
  }

  /** Whether a visitor would look for it in vain where it was. */
  private boolean isElsewhere(InterviewSlot slot) {
    Optional<Place> here = before.plan().placeOf(slot.applicationId());
    Optional<Place> there = after.plan().placeOf(slot.applicationId());
    return here.isEmpty()
        || there.isEmpty()
        || !there.get().isSameAs(here.get())
        || !after.event().details().venue().equals(before.event().details().venue());
  }

  /** By how much later the whole fair is; nothing if only one of its ends moved. */
  private Duration shift() {
    Duration ofStart = Duration.between(period(before).startsAt(), period(after).startsAt());
    Duration ofEnd = Duration.between(period(before).endsAt(), period(after).endsAt());
    return ofStart.equals(ofEnd) ? ofStart : Duration.ZERO;
  }

  private static Period period(Fair fair) {
    return fair.event().details().period();
  }
}
