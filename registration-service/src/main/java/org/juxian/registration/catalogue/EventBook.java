package org.juxian.registration.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.juxian.platform.values.Text;
import org.juxian.registration.persistence.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * The events, kept in memory for a moment: a rush asks for the same one again and again. Whoever
 * decides on what this says must look at the database afterwards with {@link #takesPlaceStill}.
 */
@Service
public class EventBook {

  private static final int MOST = 5_000;

  private record Seen(Event event, Instant at) {}

  private final Map<String, Seen> seen = new ConcurrentHashMap<>();
  private final EventStore store;
  private final InstantSource clock;
  private final Duration freshness;

  EventBook(
      EventStore store,
      InstantSource clock,
      @Value("${juxian.registration.event-stays-fresh}") Duration freshness) {
    this.store = store;
    this.clock = clock;
    this.freshness = freshness;
  }

  /** The event, as it was a moment ago at the earliest. */
  public Optional<Event> find(String id) {
    Seen known = seen.get(id);
    Instant now = clock.instant();
    if (known != null && known.at().plus(freshness).isAfter(now)) {
      return Optional.of(known.event());
    }
    return fresh(id, now);
  }

  /** Whether the event takes place still, straight from the database. */
  public boolean takesPlaceStill(Event event) {
    Instant now = clock.instant();
    Optional<EventStore.Glance> glance = store.glance(event.id());
    boolean same = glance.map(EventStore.Glance::sequence).orElse(0L) == event.sequence();
    if (same) {
      seen.put(event.id(), new Seen(event, now));
    } else {
      seen.remove(event.id());
    }
    return glance.map(found -> !found.cancelled()).orElse(false);
  }

  /** Keeps what an event's service told. */
  public void keep(Event event) {
    store.apply(event);
    seen.remove(event.id());
  }

  /** Keeps that an event will not take place. */
  public void cancel(
      String id, String kind, String organisation, Text title, @Nullable Text why, long sequence) {
    store.cancel(id, kind, organisation, title, why, sequence);
    seen.remove(id);
  }

  private Optional<Event> fresh(String id, Instant now) {
    Optional<Event> found = store.find(id);
    if (seen.size() >= MOST) {
      seen.clear();
    }
    found.ifPresentOrElse(event -> seen.put(id, new Seen(event, now)), () -> seen.remove(id));
    return found;
  }
}
