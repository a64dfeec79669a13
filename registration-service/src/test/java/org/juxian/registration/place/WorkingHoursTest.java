package org.juxian.registration.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class WorkingHoursTest {

  private static final WorkingHours OFFICE = WorkingHours.OFFICE;

  @Example
  void only_working_hours_count() {
    assertThat(after("2026-11-24T10:00:00+08:00", 4)).isEqualTo("2026-11-24T14:00:00+08:00");
    assertThat(after("2026-11-24T16:00:00+08:00", 4)).isEqualTo("2026-11-25T11:00:00+08:00");
    assertThat(after("2026-11-24T20:30:00+08:00", 1)).isEqualTo("2026-11-25T10:00:00+08:00");
    assertThat(after("2026-11-27T17:00:00+08:00", 2)).isEqualTo("2026-11-30T10:00:00+08:00");
    assertThat(after("2026-11-28T03:00:00+08:00", 9)).isEqualTo("2026-11-30T18:00:00+08:00");
    assertThat(after("2026-11-24T09:00:00+08:00", 9)).isEqualTo("2026-11-24T18:00:00+08:00");
  }

  /** Counted minute by minute, there lies exactly so much working time in between. */
  @Property(seed = "20261124", tries = 100)
  void exactly_so_much_working_time_lies_between(
      @ForAll @LongRange(min = 0, max = 20_000) long startMinute,
      @ForAll @IntRange(min = 1, max = 3_000) int minutes) {
    Instant start = Instant.parse("2026-11-20T00:00:00Z").plus(Duration.ofMinutes(startMinute));
    Instant end = OFFICE.after(start, Duration.ofMinutes(minutes));
    int worked = 0;
    for (Instant at = start; at.isBefore(end); at = at.plusSeconds(60)) {
      worked += isWorking(at) ? 1 : 0;
    }
    assertThat(worked).isEqualTo(minutes);
    assertThat(isWorking(end.minusSeconds(60))).isTrue();
  }

  private static boolean isWorking(Instant at) {
    ZonedDateTime there = at.atZone(OFFICE.zone());
    return OFFICE.days().contains(there.getDayOfWeek())
        && !there.toLocalTime().isBefore(OFFICE.from())
        && there.toLocalTime().isBefore(OFFICE.to());
  }

  private static String after(String start, int hours) {
    return ZonedDateTime.ofInstant(
            OFFICE.after(ZonedDateTime.parse(start).toInstant(), Duration.ofHours(hours)),
            OFFICE.zone())
        .format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }
}
