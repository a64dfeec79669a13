package org.juxian.platform.messaging;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a service, again and again, to let go of what it has kept long enough. */
final class KeepingRounds implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(KeepingRounds.class);
  private static final Duration FIRST = Duration.ofMinutes(10);
  private static final Duration EACH = Duration.ofHours(6);

  private final List<KeepingPeriod> periods;
  private final BooleanSupplier turn;
  private final InstantSource clock;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().name("keeping-periods").daemon().unstarted(work));

  /**
   * @param turn whether this replica does it
   */
  KeepingRounds(List<KeepingPeriod> periods, BooleanSupplier turn, InstantSource clock) {
    this.periods = List.copyOf(periods);
    this.turn = turn;
    this.clock = clock;
  }

  void start() {
    var _ =
        rounds.scheduleWithFixedDelay(
            this::round, FIRST.toSeconds(), EACH.toSeconds(), TimeUnit.SECONDS);
  }

  /** One that fails does not keep the others waiting, nor the next round. */
  void round() {
    for (KeepingPeriod period : periods) {
      try {
        if (turn.getAsBoolean()) {
          period.tidy(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
      } catch (RuntimeException failed) {
        log.warn("What was kept long enough stays for now: {}", failed.toString());
      }
    }
  }

  @Override
  public void close() {
    rounds.shutdownNow();
  }
}
