package org.juxian.registration.catalogue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One look at the database for all who wait for one. Whoever asks gets what a look found that began
 * after they asked: while one is under way, those who come wait for the next, and share it.
 */
final class SharedLooks<T> {

  private static final int LOCKS = 64;

  /** A look that has not begun yet, or what it found. */
  private static final class Round<T> {

    private @Nullable T found;
  }

  private final Map<String, Round<T>> next = new ConcurrentHashMap<>();
  private final List<ReentrantLock> locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toList();
  private final Function<String, T> look;

  /**
   * @param look at something of this id
   */
  SharedLooks(Function<String, T> look) {
    this.look = look;
  }

  T at(String id) {
    Round<T> round = next.computeIfAbsent(id, any -> new Round<>());
    ReentrantLock lock = locks.get(Math.floorMod(id.hashCode(), LOCKS));
    lock.lock();
    try {
      T found = round.found;
      if (found == null) {
        // From here on nobody joins. If the look fails, the next of this round looks for
        // themselves.
        next.remove(id, round);
        found = look.apply(id);
        round.found = found;
      }
      return found;
    } finally {
      lock.unlock();
    }
  }
}
