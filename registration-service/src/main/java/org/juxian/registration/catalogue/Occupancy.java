package org.juxian.registration.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.juxian.registration.persistence.TakenNumbers;
import org.springframework.stereotype.Service;

/**
 * How many places are taken, for people to look at: a second old at the most, and at once right for
 * what happened in this process.
 */
@Service
public class Occupancy {

  private static final Duration STAYS_FRESH = Duration.ofSeconds(1);
  private static final int MOST = 5_000;

  private record Counted(Map<String, Integer> taken, Instant at) {}

  private final Map<String, Counted> counted = new ConcurrentHashMap<>();
  private final TakenNumbers numbers;
  private final InstantSource clock;

  Occupancy(TakenNumbers numbers, InstantSource clock) {
    this.numbers = numbers;
    this.clock = clock;
  }

  /** Places taken, by ticket type. */
  public Map<String, Integer> of(Event event) {
    Counted known = counted.get(event.id());
    Instant now = clock.instant();
    if (known != null && known.at().plus(STAYS_FRESH).isAfter(now)) {
      return known.taken();
    }
    Map<String, Integer> taken = new HashMap<>();
    for (TicketType type : event.ticketTypes()) {
      taken.put(type.id(), numbers.countTaken(event.id(), type.id()));
    }
    if (counted.size() >= MOST) {
      counted.clear();
    }
    counted.put(event.id(), new Counted(Map.copyOf(taken), now));
    return taken;
  }

  /** Something changed here. */
  public void changed(String eventId) {
    counted.remove(eventId);
  }
}
