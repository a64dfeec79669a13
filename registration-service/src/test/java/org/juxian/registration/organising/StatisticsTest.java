package org.juxian.registration.organising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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

  @Test
  void who_asks_while_it_is_counted_again_gets_the_count_before() throws Exception {
    List<Tally> told = new ArrayList<>();
    AtomicReference<Statistics> asked = new AtomicReference<>();
    Statistics statistics =
        new Statistics(
            (event, _) -> {
              if (counts.incrementAndGet() == 2) {
                told.add(inAnotherThread(() -> asked.get().of(event)));
              }
            },
            () -> now);
    asked.set(statistics);
    Tally first = statistics.of("e");
    now = now.plusSeconds(6);
    assertThat(statistics.of("e")).isNotSameAs(first);
    assertThat(told).containsExactly(first);
  }

  private static Tally inAnotherThread(Callable<Tally> ask) {
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      return thread.submit(ask).get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
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
