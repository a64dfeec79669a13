package org.juxian.registration.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.place.Pending.Offered;
import org.juxian.registration.place.Pending.Waiting;
import org.juxian.registration.place.Registration.Cancelled.By;

/** Two ticket types that share a quota, in memory; numbers are unique as in the database. */
final class WaitingWorld {

  private static final String QUOTA = "Q";
  private static final Duration OFFER = Duration.ofHours(1);

  private final Map<String, Registration> registrations = new LinkedHashMap<>();
  private final Map<String, Hold> holds = new HashMap<>();
  private final Map<String, Integer> capacity = new HashMap<>();
  private final Map<String, Integer> most = new HashMap<>();
  private final boolean partialGroups;
  private Instant now = Instant.parse("2026-11-24T01:00:00Z");
  private int made;

  WaitingWorld(int a, int b, int quota, boolean partialGroups) {
    capacity.put("A", a);
    capacity.put("B", b);
    capacity.put(QUOTA, quota);
    most.putAll(capacity);
    this.partialGroups = partialGroups;
  }

  void register(String person, String type) {
    Line line = line();
    line.offers(entries());
    if (standing(person).isEmpty() && line.left(type) > 0) {
      assertThat(waitingFor(type)).as("nobody is passed").isEmpty();
      Booking booking = booking(person, type, null);
      Hold hold = numbers(type, 1).orElseThrow();
      put(new Registration.Held(booking, hold.place()), hold);
    }
  }

  void join(String person, String type, int size, int atLeast) {
    if (standing(person).isEmpty()) {
      List<Team.Member> people = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        people.add(new Team.Member("m" + i, "+86138" + i));
      }
      Booking booking = booking(person, type, size == 1 ? null : new Team("g", people));
      put(new Waiting(booking, new Party(size, atLeast), 0), Hold.of(1).withoutPlaces());
      offer();
    }
  }

  void cancel(String person) {
    standing(person).ifPresent(registration -> end(registration.cancel(By.PERSON, null, now)));
  }

  void accept(String person) {
    standing(person)
        .filter(Offered.class::isInstance)
        .map(Offered.class::cast)
        .ifPresent(
            offered -> {
              Team whole = offered.booking().team();
              Team coming =
                  whole == null ? null : new Team("g", whole.members().subList(0, offered.seats()));
              Decision decision = offered.accept(coming, now);
              assertThat(decision).isInstanceOf(Decision.Accepted.class);
              Registration next = ((Decision.Accepted) decision).next();
              registrations.put(next.booking().id(), next);
            });
  }

  /** Every offer's time is over: none can be accepted any more, all are passed on. */
  void letTimePass() {
    now = now.plus(OFFER);
    for (Registration registration : List.copyOf(registrations.values())) {
      if (registration instanceof Offered offered) {
        assertThat(offered.accept(null, now)).isInstanceOf(Decision.Rejected.class);
        end(offered.expire(now));
      }
    }
  }

  void prioritise(String person, int priority) {
    standing(person)
        .filter(Waiting.class::isInstance)
        .map(Waiting.class::cast)
        .ifPresent(
            waiting -> registrations.put(waiting.booking().id(), waiting.prioritised(priority)));
    offer();
  }

  void capacity(String type, int places) {
    capacity.put(type, places);
    offer();
  }

  void quota(int units) {
    capacity(QUOTA, units);
  }

  void assertRulesHold() {
    for (String pool : List.of("A", "B", QUOTA)) {
      int taken = taken(pool).cardinality();
      most.put(pool, Math.max(capacity(pool), Math.min(most.getOrDefault(pool, 0), taken)));
      assertThat(taken)
          .as("never oversold: %s", pool)
          .isLessThanOrEqualTo(most.getOrDefault(pool, 0));
    }
    assertNoNumberTwice();
    Set<String> people = new HashSet<>();
    for (Registration registration : registrations.values()) {
      if (!(registration instanceof Registration.Cancelled)) {
        assertThat(people.add(registration.booking().personId())).as("nobody twice").isTrue();
        assertHoldsWhatItShould(registration);
      }
    }
    assertFirstCannotBeServed();
  }

  private void assertHoldsWhatItShould(Registration registration) {
    int held = hold(registration.booking().id()).places().size();
    switch (registration) {
      case Offered offered -> {
        assertThat(held).isEqualTo(offered.seats());
        assertThat(held).isBetween(offered.party().atLeast(), offered.party().size());
        if (!partialGroups) {
          assertThat(held).as("all or none").isEqualTo(offered.party().size());
        }
      }
      case Registration.Active active -> {
        Team team = active.booking().team();
        assertThat(held).isEqualTo(team == null ? 1 : team.members().size());
      }
      case Waiting _ -> assertThat(held).isZero();
      case Pending.Requested _, Registration.Cancelled _ -> throw new AssertionError();
    }
  }

  /** Order is kept: whoever is first for a type waits only for want of places. */
  private void assertFirstCannotBeServed() {
    List<Line.Entry> inOrder = entries();
    if (!inOrder.isEmpty()) {
      Line.Entry first = inOrder.getFirst();
      int least = partialGroups ? first.party().atLeast() : first.party().size();
      assertThat(line().left(first.typeId())).isLessThan(least);
    }
  }

  private void assertNoNumberTwice() {
    Set<String> numbers = new HashSet<>();
    registrations.forEach(
        (id, registration) -> {
          Hold hold = hold(id);
          hold.places()
              .forEach(
                  place ->
                      assertThat(numbers.add(registration.booking().ticketTypeId() + place))
                          .isTrue());
          hold.units()
              .values()
              .forEach(
                  units -> units.forEach(unit -> assertThat(numbers.add(QUOTA + unit)).isTrue()));
        });
  }

  private Hold hold(String id) {
    return Objects.requireNonNull(holds.get(id));
  }

  private void offer() {
    for (Line.Offer offer : line().offers(entries())) {
      Waiting waiting = (Waiting) Objects.requireNonNull(registrations.get(offer.id()));
      Hold hold = numbers(offer.typeId(), offer.seats()).orElseThrow();
      put(waiting.offer(hold, "A0001", now.plus(OFFER)), hold);
    }
  }

  private void end(Decision decision) {
    if (decision instanceof Decision.Accepted(Registration next)) {
      put(next, Hold.of(1).withoutPlaces());
      offer();
    }
  }

  private void put(Registration registration, Hold hold) {
    registrations.put(registration.booking().id(), registration);
    holds.put(registration.booking().id(), hold);
  }

  private Booking booking(String person, String type, @Nullable Team team) {
    String id = String.format("r%05d", ++made);
    return new Booking(id, "e", type, person, person, Booking.NO_TICKET, team, now);
  }

  private Optional<Registration> standing(String person) {
    return registrations.values().stream()
        .filter(one -> !(one instanceof Registration.Cancelled))
        .filter(one -> one.booking().personId().equals(person))
        .findFirst();
  }

  private List<Line.Entry> entries() {
    return registrations.values().stream()
        .filter(Waiting.class::isInstance)
        .map(Waiting.class::cast)
        .sorted(
            Comparator.comparingInt((Waiting one) -> -one.priority())
                .thenComparing(one -> one.booking().id()))
        .map(one -> new Line.Entry(one.booking().id(), one.booking().ticketTypeId(), one.party()))
        .toList();
  }

  private List<Line.Entry> waitingFor(String type) {
    return entries().stream().filter(entry -> entry.typeId().equals(type)).toList();
  }

  private Line line() {
    Map<String, Integer> free = new HashMap<>();
    for (String pool : List.of("A", "B", QUOTA)) {
      free.put(pool, capacity(pool) - taken(pool).cardinality());
    }
    return new Line(Map.of("A", List.of(QUOTA), "B", List.of(QUOTA)), free, partialGroups);
  }

  private int capacity(String pool) {
    return capacity.getOrDefault(pool, 0);
  }

  private BitSet taken(String pool) {
    BitSet taken = new BitSet();
    registrations.forEach(
        (id, registration) -> {
          Hold hold = hold(id);
          if (pool.equals(QUOTA)) {
            hold.units().values().forEach(units -> units.forEach(taken::set));
          } else if (registration.booking().ticketTypeId().equals(pool)) {
            hold.places().forEach(taken::set);
          }
        });
    return taken;
  }

  private Optional<Hold> numbers(String type, int count) {
    List<Integer> places = free(type, count);
    List<Integer> units = free(QUOTA, count);
    return places.size() == count && units.size() == count
        ? Optional.of(new Hold(places, 1, null, Map.of(QUOTA, units), null))
        : Optional.empty();
  }

  private List<Integer> free(String pool, int count) {
    FreePlaces free = new FreePlaces(taken(pool));
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      free.take(capacity(pool), new java.util.Random(made)).ifPresent(found::add);
    }
    return found;
  }
}
