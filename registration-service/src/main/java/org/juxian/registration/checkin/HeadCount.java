package org.juxian.registration.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts an event's people from what is told of each, as often as it is told: what is told of
 * somebody replaces what was told before. Not for several threads.
 */
final class HeadCount {

  private static final Duration STEP = Duration.ofMinutes(15);

  private final Map<String, Present> people = new HashMap<>();

  /** Begins anew with these; says whether that is something else than before. */
  boolean all(Collection<Present> now) {
    Map<String, Present> next = new HashMap<>();
    now.stream()
        .filter(one -> one.arrivedAt() != null)
        .forEach(one -> next.put(one.registrationId(), one));
    boolean differs = !next.equals(people);
    people.clear();
    people.putAll(next);
    return differs;
  }

  /** Hears of these; says whether that is something new. */
  boolean changed(Collection<Present> some) {
    boolean news = false;
    for (Present one : some) {
      news |=
          one.arrivedAt() == null
              ? people.remove(one.registrationId()) != null
              : !one.equals(people.put(one.registrationId(), one));
    }
    return news;
  }

  Counts counts() {
    Map<String, Counts.OfZone> zones = new TreeMap<>();
    Map<String, Counts.OfType> types = new TreeMap<>();
    SortedMap<Instant, Integer> arrivals = new TreeMap<>();
    int inside = 0;
    for (Present one : people.values()) {
      inside += one.isInside() ? 1 : 0;
      one.zones()
          .forEach(
              (zone, stay) ->
                  zones.put(zone, zones.getOrDefault(zone, Counts.OfZone.NONE).plus(stay)));
      types.put(
          one.ticketTypeId(),
          types.getOrDefault(one.ticketTypeId(), Counts.OfType.NONE).plus(one.isInside()));
      Instant arrived = one.arrivedAt();
      if (arrived != null) {
        arrivals.merge(step(arrived), 1, Integer::sum);
      }
    }
    return new Counts(people.size(), inside, zones, types, arrivals);
  }

  private static Instant step(Instant at) {
    return Instant.ofEpochSecond(
        Math.floorDiv(at.getEpochSecond(), STEP.toSeconds()) * STEP.toSeconds());
  }
}
