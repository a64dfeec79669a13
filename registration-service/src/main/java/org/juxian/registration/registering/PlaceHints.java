package org.juxian.registration.registering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.place.FreePlaces;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Guesses free places, so that hardly a write is refused: a map of what is taken for each ticket
 * type, in memory. It may be wrong in both directions. Where it says taken, the unique index says
 * no; where nothing seems free, the database is looked at before anybody hears that all is full.
 */
@Component
class PlaceHints {

  private static final int MOST = 10_000;

  private record Key(String eventId, String ticketTypeId) {}

  private final Map<Key, Pool> pools = new ConcurrentHashMap<>();
  private final RegistrationStore registrations;
  private final InstantSource clock;
  private final Duration fullStaysTrue;

  PlaceHints(
      RegistrationStore registrations,
      InstantSource clock,
      @Value("${juxian.registration.full-stays-true}") Duration fullStaysTrue) {
    this.registrations = registrations;
    this.clock = clock;
    this.fullStaysTrue = fullStaysTrue;
  }

  /** A place that seems free; empty if a recent look at the database found none. */
  OptionalInt take(String eventId, String ticketTypeId, int capacity) {
    if (pools.size() >= MOST) {
      pools.clear();
    }
    return pools.computeIfAbsent(new Key(eventId, ticketTypeId), Pool::new).take(capacity);
  }

  /** The write for a place that was given out by {@link #take} is over, whatever it came to. */
  void settled(String eventId, String ticketTypeId) {
    Pool pool = pools.get(new Key(eventId, ticketTypeId));
    if (pool != null) {
      pool.settled();
    }
  }

  /** A place that was taken or held in this process is free again. */
  void giveBack(String eventId, String ticketTypeId, int place) {
    Pool pool = pools.get(new Key(eventId, ticketTypeId));
    if (pool != null) {
      pool.giveBack(place);
    }
  }

  private final class Pool {

    private final Key key;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable FreePlaces free;
    private Instant lookedAt = Instant.EPOCH;

    /** Places given out whose writes are not over: they may yet turn out free. */
    private int unsettled;

    Pool(Key key) {
      this.key = key;
    }

    OptionalInt take(int capacity) {
      lock.lock();
      try {
        FreePlaces known = free == null ? look() : free;
        OptionalInt place = known.take(capacity, ThreadLocalRandom.current());
        if (place.isEmpty() && (unsettled > 0 || !isRecent())) {
          place = look().take(capacity, ThreadLocalRandom.current());
        }
        unsettled += place.isPresent() ? 1 : 0;
        return place;
      } finally {
        lock.unlock();
      }
    }

    void settled() {
      lock.lock();
      try {
        unsettled = Math.max(0, unsettled - 1);
      } finally {
        lock.unlock();
      }
    }

    void giveBack(int place) {
      lock.lock();
      try {
        if (free != null) {
          free.giveBack(place);
        }
      } finally {
        lock.unlock();
      }
    }

    private boolean isRecent() {
      return lookedAt.plus(fullStaysTrue).isAfter(clock.instant());
    }

    private FreePlaces look() {
      lookedAt = clock.instant();
      FreePlaces found =
          new FreePlaces(registrations.takenPlaces(key.eventId(), key.ticketTypeId()));
      free = found;
      return found;
    }
  }
}
