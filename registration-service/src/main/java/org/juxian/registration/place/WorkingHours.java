package org.juxian.registration.place;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * The hours in which somebody can be expected to answer.
 *
 * @param from the first moment of a working day
 * @param to the moment after its last; later than {@code from}
 */
public record WorkingHours(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to) {

  /** Monday to Friday, nine to six in Shanghai. */
  public static final WorkingHours OFFICE =
      new WorkingHours(
          ZoneId.of("Asia/Shanghai"),
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(9, 0),
          LocalTime.of(18, 0));

  public WorkingHours {
    days = Set.copyOf(days);
    if (days.isEmpty() || !from.isBefore(to)) {
      throw new IllegalArgumentException("no working hours");
    }
  }

  /** The moment at which so much working time has passed since {@code start}. */
  public Instant after(Instant start, Duration workingTime) {
    ZonedDateTime at = start.atZone(zone);
    Duration left = workingTime;
    while (true) {
      ZonedDateTime opens = at.with(from);
      ZonedDateTime closes = at.with(to);
      if (days.contains(at.getDayOfWeek()) && at.isBefore(closes)) {
        ZonedDateTime begin = at.isBefore(opens) ? opens : at;
        Duration today = Duration.between(begin, closes);
        if (left.compareTo(today) <= 0) {
          return begin.plus(left).toInstant();
        }
        left = left.minus(today);
      }
      at = at.toLocalDate().plusDays(1).atTime(from).atZone(zone);
    }
  }
}
