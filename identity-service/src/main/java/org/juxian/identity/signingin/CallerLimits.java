package org.juxian.identity.signingin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.juxian.identity.persistence.CallerStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much one caller address may do in an hour of the clock. A school or a hall stands behind one
 * address, so these are there to stop machines; people are kept in limits by their own address's.
 */
@Component
class CallerLimits {

  private static final Duration HOUR = Duration.ofHours(1);

  /** What is limited, and its name in the database. */
  enum Act {
    ASK_FOR_CODE("codes"),
    ENTER_WRONG_CODE("tries");

    private final String name;

    Act(String name) {
      this.name = name;
    }
  }

  private final CallerStore callers;
  private final InstantSource clock;
  private final int codes;
  private final int wrongTries;

  CallerLimits(
      CallerStore callers,
      InstantSource clock,
      @Value("${juxian.identity.codes-per-caller-and-hour}") int codes,
      @Value("${juxian.identity.wrong-tries-per-caller-and-hour}") int wrongTries) {
    this.callers = callers;
    this.clock = clock;
    this.codes = codes;
    this.wrongTries = wrongTries;
  }

  /**
   * Counts one more act, before it is done: many at once are counted one by one.
   *
   * @return how long to wait where it is one too many
   */
  Optional<Duration> count(Act act, String caller) {
    Instant now = clock.instant();
    Instant until = endOfHour(now);
    int most =
        switch (act) {
          case ASK_FOR_CODE -> codes;
          case ENTER_WRONG_CODE -> wrongTries;
        };
    return callers.count(act.name, caller, until) > most
        ? Optional.of(Duration.between(now, until))
        : Optional.empty();
  }

  /** Takes back what was counted: it turned out to be none. */
  void uncount(Act act, String caller) {
    callers.uncount(act.name, caller, endOfHour(clock.instant()));
  }

  private static Instant endOfHour(Instant now) {
    long length = HOUR.toSeconds();
    return Instant.ofEpochSecond((now.getEpochSecond() / length + 1) * length);
  }
}
