package org.juxian.fair.booth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.juxian.event.Fault;
import org.juxian.event.Period;

/**
 * Interview slots in a row, as an exhibitor opens them.
 *
 * @param startsAt of the first
 * @param minutes how long each is
 * @param gapMinutes between two of them
 * @param count how many
 */
public record Opening(int table, Instant startsAt, int minutes, int gapMinutes, int count) {

  static final int MOST_TABLES = 20;
  static final int LEAST_MINUTES = 5;
  static final int MOST_MINUTES = 240;
  static final int MOST_AT_ONCE = 50;

  /** What is wrong with it at a fair of that time. */
  List<Fault> faults(Period fair, Instant now) {
    List<Fault> faults = new ArrayList<>();
    range(faults, "table", table, 1, MOST_TABLES);
    range(faults, "minutes", minutes, LEAST_MINUTES, MOST_MINUTES);
    range(faults, "gapMinutes", gapMinutes, 0, MOST_MINUTES);
    range(faults, "count", count, 1, MOST_AT_ONCE);
    if (startsAt.isBefore(now)) {
      faults.add(Fault.of("startsAt", "past"));
    } else if (startsAt.isBefore(fair.startsAt()) || !startsAt.isBefore(fair.endsAt())) {
      faults.add(Fault.of("startsAt", "within-fair"));
    } else if (faults.isEmpty()
        && !fair.contains(new Period(startsAt, period(count - 1).endsAt()))) {
      faults.add(Fault.of("count", "beyond-fair"));
    }
    return faults;
  }

  /** The time of one of them, counted from 0. */
  Period period(int at) {
    Instant start = startsAt.plus(Duration.ofMinutes((long) at * (minutes + gapMinutes)));
    return new Period(start, start.plus(Duration.ofMinutes(minutes)));
  }

  private static void range(List<Fault> faults, String field, int value, int least, int most) {
    if (value < least || value > most) {
      faults.add(Fault.of(field, "range", least, most));
    }
  }
}
