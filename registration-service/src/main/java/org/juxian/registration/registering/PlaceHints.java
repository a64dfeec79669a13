package org.juxian.registration.registering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.place.FreePlaces;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Guesses free numbers, so that hardly a write is refused: a map of what is taken of each ticket
 * type and each quota, in memory. It may be wrong in both directions. Where it says taken, the
 * unique index says no; where nothing seems free, the database is looked at before anybody hears
 * that all is full.
 */
@Component
class PlaceHints {

  private static final int MOST = 10_000;

  /**
   * Numbers that are unique together.
   *
   * @param id a ticket type or a quota of the event
   */
  record Key(String eventId, String id) {}

  private final Map<Key, Pool> pools = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final Duration fullStaysTrue;

  PlaceHints(
      InstantSource clock,
      @Value("${juxian.registration.full-stays-true}") Duration fullStaysTrue) {
    this.clock = clock;
    this.fullStaysTrue = fullStaysTrue;
  }

  /**
   * A number that seems free; empty if a recent look at the database found none.
   *
   * @param look tells which are taken
   */
  OptionalInt take(Key key, int capacity, Supplier<BitSet> look) {
    if (pools.size() >= MOST) {
      pools.clear();
    }
    return pools.computeIfAbsent(key, any -> new Pool()).take(capacity, look);
  }

  /** The write for a number that was given out by {@link #take} is over, whatever it came to. */
  void settled(Key key) {
    Pool pool = pools.get(key);
    if (pool != null) {
      pool.settled();
    }
  }

  /** A number that was taken or held in this process is free again. */
  void giveBack(Key key, int number) {
    Pool pool = pools.get(key);
    if (pool != null) {
      pool.giveBack(number);
    }
  }

  private final class Pool {

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable FreePlaces free;
    private Instant lookedAt = Instant.EPOCH;

    /** Numbers given out whose writes are not over: they may yet turn out free. */
    private int unsettled;

    OptionalInt take(int capacity, Supplier<BitSet> look) {
      lock.lock();
      try {
        FreePlaces known = free == null ? look(look) : free;
        OptionalInt place = known.take(capacity, ThreadLocalRandom.current());
        if (place.isEmpty() && (unsettled > 0 || !isRecent())) {
          place = look(look).take(capacity, ThreadLocalRandom.current());
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

    private FreePlaces look(Supplier<BitSet> look) {
      lookedAt = clock.instant();
      FreePlaces found = new FreePlaces(look.get());
      free = found;
      return found;
    }
  }
}
