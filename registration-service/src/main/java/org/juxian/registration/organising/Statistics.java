package org.juxian.registration.organising;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.juxian.registration.persistence.RosterStore;
import org.springframework.stereotype.Service;

/** Counts an event's registrations; a count stays true for some seconds. */
@Service
public class Statistics {

  private static final Duration STAYS_FRESH = Duration.ofSeconds(5);
  private static final int MOST = 100;

  private record Counted(Tally tally, Instant at) {}

  private final Map<String, Counted> counted = new ConcurrentHashMap<>();
  private final RosterStore store;
  private final InstantSource clock;

  Statistics(RosterStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** How many there are, as of some seconds ago at the earliest. Not to be added to. */
  public Tally of(String eventId) {
    Counted known = counted.get(eventId);
    Instant now = clock.instant();
    if (known != null && known.at().plus(STAYS_FRESH).isAfter(now)) {
      return known.tally();
    }
    Tally tally = new Tally();
    store.count(eventId, tally::add);
    if (counted.size() >= MOST) {
      counted.clear();
    }
    counted.put(eventId, new Counted(tally, now));
    return tally;
  }
}
