package org.juxian.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeepingRoundsTest {

  private static final Instant NOW = Instant.parse("2026-11-24T06:00:00.123456Z");

  private final List<Instant> asked = new ArrayList<>();

  @Test
  void one_that_fails_does_not_keep_the_others_waiting() {
    round(true);
    assertThat(asked).containsExactly(Instant.parse("2026-11-24T06:00:00.123Z"));
  }

  @Test
  void another_replica_does_it() {
    round(false);
    assertThat(asked).isEmpty();
  }

  private void round(boolean turn) {
    KeepingPeriod failing =
        _ -> {
          throw new IllegalStateException("the database is away");
        };
    try (KeepingRounds rounds =
        new KeepingRounds(List.of(failing, asked::add), () -> turn, InstantSource.fixed(NOW))) {
      rounds.round();
    }
  }
}
