package org.juxian.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All events that a service keeps, read a part at a time, so that their number does not matter. */
@FunctionalInterface
public interface EventPages {

  /** How many are read at once. */
  int PART = 200;

  /**
   * Some of them, in an order that does not change.
   *
   * @param after behind which id to go on
   * @param limit so many, fewer only at the end
   */
  List<ListedEvent> part(Optional<String> after, int limit);

  /** Does something for each of them; they may change meanwhile. */
  default void forEach(Consumer<ListedEvent> act) {
    Optional<String> after = Optional.empty();
    List<ListedEvent> part;
    do {
      part = part(after, PART);
      part.forEach(act);
      after = part.isEmpty() ? after : Optional.of(part.getLast().id());
    } while (part.size() == PART);
  }

  /**
   * Does something for each that ended so long ago.
   *
   * @param kept how long ago; never if this is zero or less
   * @param act is given the event's id
   */
  default void forEachOver(Duration kept, Instant now, Consumer<String> act) {
    if (!kept.isPositive()) {
      return;
    }
    Instant before = now.minus(kept);
    forEach(
        one -> {
          if (one.event().details().period().isOverAt(before)) {
            act.accept(one.id());
          }
        });
  }
}
