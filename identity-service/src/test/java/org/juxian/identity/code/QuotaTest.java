package org.juxian.identity.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotaTest {

  private static final Instant NINE = Instant.parse("2026-11-24T01:00:00Z");

  private static Instant minutes(long minutes) {
    return NINE.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void nothing_past_nothing_to_wait_for() {
    assertThat(Quota.OF_ADDRESS.delay(List.of(), NINE)).isEqualTo(Duration.ZERO);
  }

  @Test
  void one_a_minute() {
    assertThat(Quota.OF_ADDRESS.delay(List.of(NINE), NINE.plusSeconds(20)))
        .isEqualTo(Duration.ofSeconds(40));
    assertThat(Quota.OF_ADDRESS.delay(List.of(NINE), NINE.plusSeconds(60)))
        .isEqualTo(Duration.ZERO);
  }

  @Test
  void five_an_hour() {
    List<Instant> five = List.of(NINE, minutes(1), minutes(2), minutes(3), minutes(4));
    assertThat(Quota.OF_ADDRESS.delay(five, minutes(10))).isEqualTo(Duration.ofMinutes(50));
    assertThat(Quota.OF_ADDRESS.delay(five, minutes(60))).isEqualTo(Duration.ZERO);
  }

  @Test
  void ten_a_day_whenever_one_asks() {
    List<Instant> past = List.of();
    int sent = 0;
    for (int minute = 0; minute < 24 * 60; minute++) {
      if (Quota.OF_ADDRESS.delay(past, minutes(minute)).isZero()) {
        past = Quota.OF_ADDRESS.remember(past, minutes(minute));
        sent++;
      }
    }
    assertThat(sent).isEqualTo(10);
    assertThat(Quota.OF_ADDRESS.delay(past, minutes(24 * 60))).isEqualTo(Duration.ZERO);
  }

  @Test
  void what_no_window_looks_at_is_forgotten() {
    List<Instant> past = new ArrayList<>(List.of(NINE, minutes(90)));
    assertThat(Quota.OF_ADDRESS.remember(past, minutes(24 * 60)))
        .containsExactly(minutes(90), minutes(24 * 60));
  }
}
