package org.juxian.fair.booth;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juxian.event.Fault;
import org.juxian.event.Period;
import org.juxian.event.Refusal;

/**
 * The interview slots of a fair: stored with it and changed by the same guarded write, so that a
 * slot never has two guests, nobody is in two interviews at a time, and no interview is left at a
 * booth that its exhibitor has lost.
 *
 * @param slots by id
 */
public record Interviews(SortedMap<String, InterviewSlot> slots) {

  /** The most slots of one booth. */
  public static final int MOST_AT_BOOTH = 200;

  /** The most slots of a fair. */
  public static final int MOST = 1000;

  /** The most interviews that one person has at a fair. */
  public static final int MOST_OF_ONE_PERSON = 10;

  public Interviews {
    slots = Collections.unmodifiableSortedMap(new TreeMap<>(slots));
  }

  public static Interviews none() {
    return new Interviews(Collections.emptySortedMap());
  }

  /** The slots of an exhibitor, by their start. */
  public List<InterviewSlot> of(String applicationId) {
    return where(slot -> slot.applicationId().equals(applicationId))
        .sorted(
            Comparator.comparing((InterviewSlot slot) -> slot.period().startsAt())
                .thenComparingInt(InterviewSlot::table))
        .toList();
  }

  /** How many can be taken, by their exhibitor's application. */
  public Map<String, Long> free(Instant now) {
    return where(slot -> slot.canBeTaken(now))
        .collect(Collectors.groupingBy(InterviewSlot::applicationId, Collectors.counting()));
  }

  /**
   * New slots.
   *
   * @param ids as many as there are slots, none of them known
   */
  InterviewDecision open(
      String applicationId, List<String> ids, Opening opening, Period fair, Instant now) {
    List<Fault> faults = opening.faults(fair, now);
    if (!faults.isEmpty()) {
      return invalid(faults);
    }
    List<InterviewSlot> there = of(applicationId);
    if (there.size() + opening.count() > MOST_AT_BOOTH || slots.size() + opening.count() > MOST) {
      return invalid(List.of(Fault.of("count", "most-slots", MOST_AT_BOOTH, MOST)));
    }
    Interviews next = this;
    for (int at = 0; at < opening.count(); at++) {
      Period period = opening.period(at);
      if (there.stream()
          .anyMatch(one -> isSameTable(one, opening) && one.period().overlaps(period))) {
        return invalid(List.of(Fault.of("startsAt", "table-busy", opening.table())));
      }
      next =
          next.with(new InterviewSlot(ids.get(at), applicationId, opening.table(), period, null));
    }
    return new InterviewDecision.Decided(next, List.of());
  }

  private static boolean isSameTable(InterviewSlot slot, Opening opening) {
    return slot.table() == opening.table();
  }

  /** Somebody takes a slot. Again by the same person changes nothing. */
  InterviewDecision take(String id, InterviewSlot.Guest guest, Instant now) {
    InterviewSlot slot = slots.get(id);
    if (slot == null) {
      return refused(new FairRefusal.Unknown());
    }
    if (slot.isOf(guest.personId())) {
      return decided(this);
    }
    if (!slot.isFree()) {
      return refused(new FairRefusal.InterviewTaken());
    }
    if (slot.hasBegun(now)) {
      return refused(new FairRefusal.InterviewBegun());
    }
    Optional<FairRefusal> refusal = refusal(slot, guest.personId());
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    InterviewSlot taken = slot.takenBy(guest);
    return decided(with(taken), new InterviewFact.Booked(taken, false));
  }

  /** Why a person may not take a slot besides those that they have. */
  private Optional<FairRefusal> refusal(InterviewSlot slot, String personId) {
    List<InterviewSlot> own = where(one -> one.isOf(personId)).toList();
    if (own.size() >= MOST_OF_ONE_PERSON) {
      return Optional.of(new FairRefusal.TooManyInterviews(MOST_OF_ONE_PERSON));
    }
    if (own.stream().anyMatch(one -> one.applicationId().equals(slot.applicationId()))) {
      return Optional.of(new FairRefusal.AlreadyInterviewed());
    }
    return own.stream()
        .filter(slot::crowds)
        .findFirst()
        .map(other -> new FairRefusal.InterviewTooClose(other.id(), other.period().startsAt()));
  }

  /** Who took a slot gives it back, until it begins; it is free again. */
  InterviewDecision giveBack(String id, String personId, Instant now) {
    InterviewSlot slot = slots.get(id);
    if (slot == null || !slot.isOf(personId)) {
      return refused(new FairRefusal.Unknown());
    }
    return slot.hasBegun(now)
        ? refused(new FairRefusal.InterviewBegun())
        : decided(
            with(slot.takenBy(null)),
            new InterviewFact.Ended(slot, InterviewFact.Cause.GIVEN_BACK, null));
  }

  /** The exhibitor closes a slot, until it begins; who took it is told. */
  InterviewDecision close(String applicationId, String id, @Nullable String reason, Instant now) {
    InterviewSlot slot = slots.get(id);
    if (slot == null || !slot.applicationId().equals(applicationId)) {
      return refused(new FairRefusal.Unknown());
    }
    if (slot.hasBegun(now)) {
      return refused(new FairRefusal.InterviewBegun());
    }
    Interviews less = without(slot);
    return slot.isFree()
        ? decided(less)
        : decided(less, new InterviewFact.Ended(slot, InterviewFact.Cause.CALLED_OFF, reason));
  }

  /** Of who wants to be forgotten: what lies ahead is free again, the rest is nobody's. */
  Interviews forget(String personId, Instant now) {
    return each(
        slot -> {
          if (!slot.isOf(personId)) {
            return slot;
          }
          return slot.hasBegun(now) ? slot.anonymous() : slot.takenBy(null);
        });
  }

  Interviews anonymous() {
    return each(InterviewSlot::anonymous);
  }

  private Interviews each(Function<InterviewSlot, InterviewSlot> change) {
    TreeMap<String, InterviewSlot> next = new TreeMap<>(slots);
    next.replaceAll((_, slot) -> change.apply(slot));
    return new Interviews(next);
  }

  private Stream<InterviewSlot> where(Predicate<InterviewSlot> which) {
    return slots.values().stream().filter(which);
  }

  Interviews with(InterviewSlot slot) {
    SortedMap<String, InterviewSlot> next = new TreeMap<>(slots);
    next.put(slot.id(), slot);
    return new Interviews(next);
  }

  Interviews without(InterviewSlot slot) {
    SortedMap<String, InterviewSlot> next = new TreeMap<>(slots);
    next.remove(slot.id());
    return new Interviews(next);
  }

  private static InterviewDecision decided(Interviews next, InterviewFact... facts) {
    return new InterviewDecision.Decided(next, List.of(facts));
  }

  private static InterviewDecision refused(FairRefusal why) {
    return new InterviewDecision.Refused(why);
  }

  private static InterviewDecision invalid(List<Fault> faults) {
    return refused(new FairRefusal.Event(new Refusal.Invalid(faults)));
  }
}
