package org.juxian.notification.delivering;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a delivery that could not be handed over is tried again: soon at first, then less often, for
 * a day.
 */
final class Retries {

  private static final Duration GIVE_UP_AFTER = Duration.ofDays(1);
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15));

  private Retries() {}

  /**
   * The next try.
   *
   * @param attempts how many there were, at least 1
   * @return nothing where it is given up
   */
  static Optional<Instant> next(Delivery delivery, int attempts, Instant now) {
    Instant next = now.plus(PAUSES.get(Math.min(attempts, PAUSES.size()) - 1));
    Instant end = delivery.createdAt().plus(GIVE_UP_AFTER);
    if (delivery.expiresAt() != null && delivery.expiresAt().isBefore(end)) {
      end = delivery.expiresAt();
    }
    return next.isBefore(end) ? Optional.of(next) : Optional.empty();
  }
}
