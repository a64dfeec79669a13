package org.juxian.registration.organising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How often an event's registrations are counted. */
class StatisticsTest {

  private volatile Instant now = Instant.parse("2026-11-24T06:00:00Z");
  private final AtomicInteger counts = new AtomicInteger();

  @Test
  void counting_takes_no_more_than_a_small_part_of_the_time_however_large_an_event_is() {
    assertThat(countsInTenMinutes(Duration.ofMillis(20))).isEqualTo(120);
    assertThat(countsInTenMinutes(Duration.ofSeconds(3))).isEqualTo(10);
  }

  @Test
  void those_who_ask_at_once_are_answered_by_one_count() throws Exception {
    Statistics statistics = taking(Duration.ofSeconds(3));
    Callable<Tally> ask = () -> statistics.of("e");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Tally>> told = threads.invokeAll(java.util.Collections.nCopies(32, ask));
      for (Future<Tally> one : told) {
        assertThat(one.get()).isSameAs(told.getFirst().get());
      }
    }
    assertThat(counts).hasValue(1);
  }

  private int countsInTenMinutes(Duration each) {
    counts.set(0);
    Statistics statistics = taking(each);
    Instant end = now.plus(Duration.ofMinutes(10));
    while (now.isBefore(end)) {
      var _ = statistics.of("e");
      now = now.plusMillis(20);
    }
    return counts.get();
  }

  private Statistics taking(Duration each) {
    return new Statistics(
        (_, _) -> {
          counts.incrementAndGet();
          now = now.plus(each);
        },
        () -> now);
  }
}
