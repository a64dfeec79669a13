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
 * decides on what this says must look at the database afterwards with {@link #takesPlaceStill}. The
 * organiser's settings stand in the same document, so they cost no look of their own.
 */
@Service
public class EventBook {

  private static final int MOST = 5_000;

  private record Seen(Event event, Instant at) {}

  private final Map<String, Seen> seen = new ConcurrentHashMap<>();
  private final SharedLooks<EventStore.Glance> glances;
  private final EventStore store;
  private final InstantSource clock;
  private final Duration freshness;

  EventBook(
      EventStore store,
      InstantSource clock,
      @Value("${juxian.registration.event-stays-fresh}") Duration freshness) {
    this.store = store;
    this.glances =
        new SharedLooks<>(
            id -> store.glance(id).orElseGet(() -> new EventStore.Glance(0, true, 0)));
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

  /** What the database says about an event on which somebody has decided. */
  public enum Still {
    /** All is as it was. */
    AS_IT_WAS,
    /** It takes place, but its organiser has settled admission anew. */
    ADMISSION_CHANGED,
    /** It will not take place. */
    OFF
  }

  /**
   * Whether the event takes place still as it was known, straight from the database: as it was once
   * this was called, or later.
   */
  public Still takesPlaceStill(Event event) {
    Instant now = clock.instant();
    EventStore.Glance glance = glances.at(event.id());
    boolean settled = glance.admission() == event.admission().version();
    if (settled && glance.sequence() == event.sequence()) {
      seen.put(event.id(), new Seen(event, now));
    } else {
      seen.remove(event.id());
    }
    if (glance.cancelled()) {
      return Still.OFF;
    }
    return settled ? Still.AS_IT_WAS : Still.ADMISSION_CHANGED;
  }

  /** Forgets what is known, since something was written. */
  public void changed(String id) {
    seen.remove(id);
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
