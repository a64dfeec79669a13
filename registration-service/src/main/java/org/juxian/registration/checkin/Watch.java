package org.juxian.registration.checkin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.juxian.registration.persistence.HeadStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one event again and again, and wakes those who listen when its counts change. It asks
 * for what happened lately, with an overlap for clocks that differ and writes that were on their
 * way, and now and then for everything.
 */
final class Watch implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(Watch.class);
  private static final Duration OVERLAP = Duration.ofSeconds(10);
  private static final Duration ALL_AGAIN = Duration.ofMinutes(1);

  /** Counts, numbered as they change. */
  record Edition(long number, Counts counts) {}

  private final String eventId;
  private final HeadStore heads;
  private final InstantSource clock;
  private final Duration every;
  private final HeadCount count = new HeadCount();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private @Nullable Edition edition;
  private boolean over;
  private int listeners;
  private Instant countedAll = Instant.MIN;
  private Instant looked = Instant.MIN;

  Watch(String eventId, HeadStore heads, InstantSource clock, Duration every) {
    this.eventId = eventId;
    this.heads = heads;
    this.clock = clock;
    this.every = every;
  }

  @Override
  public void run() {
    do {
      try {
        if (look()) {
          publish(count.counts());
        }
      } catch (RuntimeException unreachable) {
        log.warn("the counts of an event cannot be read", unreachable);
        countedAll = Instant.MIN;
      }
    } while (pause());
  }

  /** Whether there is something new. */
  private boolean look() {
    Instant now = clock.instant();
    if (countedAll.isBefore(now.minus(ALL_AGAIN))) {
      boolean differs = count.all(heads.all(eventId));
      boolean first = countedAll.equals(Instant.MIN);
      countedAll = now;
      looked = now;
      return differs || first;
    }
    boolean differs = count.changed(heads.passedSince(eventId, looked.minus(OVERLAP)));
    looked = now;
    return differs;
  }

  private void publish(Counts counts) {
    lock.lock();
    try {
      edition = new Edition(edition == null ? 1 : edition.number() + 1, counts);
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next look; false once it is over. */
  private boolean pause() {
    lock.lock();
    try {
      long left = every.toNanos();
      while (!over && left > 0) {
        left = news.awaitNanos(left);
      }
      return !over;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** The newest edition, if it is newer than the one seen; else waits for it so long. */
  Optional<Edition> after(long seen, Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (!over && left > 0 && (edition == null || edition.number() <= seen)) {
        left = news.awaitNanos(left);
      }
      return Optional.ofNullable(edition).filter(one -> one.number() > seen);
    } finally {
      lock.unlock();
    }
  }

  boolean isOver() {
    lock.lock();
    try {
      return over;
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      over = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int listeners() {
    return listeners;
  }

  void join() {
    listeners++;
  }

  int leave() {
    return --listeners;
  }
}
