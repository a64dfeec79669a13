package org.juxian.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPagesTest {

  private static final Duration YEAR = Duration.ofDays(365);
  private static final Instant NEXT_YEAR = Events.END.plus(YEAR);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, EventPages.PART - 1, EventPages.PART, 2 * EventPages.PART + 1})
  void each_event_is_met_once_however_many_there_are(int many) {
    List<ListedEvent> all =
        IntStream.range(0, many)
            .mapToObj(n -> new ListedEvent("e" + n, 1, Events.aDraft()))
            .toList();
    List<ListedEvent> met = new ArrayList<>();
    of(all).forEach(met::add);
    assertThat(met).isEqualTo(all);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1})
  void an_event_is_past_as_soon_as_the_period_after_its_end_is_over(long seconds) {
    List<String> past = new ArrayList<>();
    of(List.of(new ListedEvent("e", 1, Events.aDraft())))
        .forEachOver(YEAR, NEXT_YEAR.plusSeconds(seconds), past::add);
    assertThat(past).hasSize(seconds < 0 ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void what_is_kept_for_ever_is_never_past(int days) {
    List<String> past = new ArrayList<>();
    of(List.of(new ListedEvent("e", 1, Events.aDraft())))
        .forEachOver(Duration.ofDays(days), NEXT_YEAR, past::add);
    assertThat(past).isEmpty();
  }

  private static EventPages of(List<ListedEvent> all) {
    return (after, limit) -> {
      int from =
          after.map(id -> all.stream().map(ListedEvent::id).toList().indexOf(id) + 1).orElse(0);
      return all.subList(from, Math.min(all.size(), from + limit));
    };
  }
}
