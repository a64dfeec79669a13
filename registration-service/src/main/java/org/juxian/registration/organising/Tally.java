package org.juxian.registration.organising;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts registrations by what they are, as they are shown to it. Not for several threads. */
public final class Tally {

  /** What counts of one registration. */
  public record Entry(
      String status,
      String ticketTypeId,
      @Nullable String organisationId,
      @Nullable LocalDate made,
      @Nullable LocalDate checkedIn,
      @Nullable LocalDate cancelled) {}

  /** What happened on one day. */
  public record Day(int registered, int checkedIn, int cancelled) {

    static final Day NOTHING = new Day(0, 0, 0);

    Day plus(int made, int let, int gone) {
      return new Day(registered + made, checkedIn + let, cancelled + gone);
    }
  }

  /** The key of those who come from no organisation. */
  public static final String NONE = "";

  private final Map<String, Integer> all = new TreeMap<>();
  private final Map<LocalDate, Day> days = new TreeMap<>();
  private final Map<String, Map<String, Integer>> types = new TreeMap<>();
  private final Map<String, Map<String, Integer>> organisations = new TreeMap<>();

  public void add(Entry entry) {
    String organisation = entry.organisationId();
    count(all, entry.status());
    count(types.computeIfAbsent(entry.ticketTypeId(), _ -> new TreeMap<>()), entry.status());
    count(
        organisations.computeIfAbsent(
            organisation == null ? NONE : organisation, _ -> new TreeMap<>()),
        entry.status());
    happened(entry.made(), 1, 0, 0);
    happened(entry.checkedIn(), 0, 1, 0);
    happened(entry.cancelled(), 0, 0, 1);
  }

  /** How many there are, by status. */
  public Map<String, Integer> all() {
    return all;
  }

  public Map<LocalDate, Day> days() {
    return days;
  }

  /** How many there are of each ticket type, by status. */
  public Map<String, Map<String, Integer>> types() {
    return types;
  }

  /** How many come from each organisation, by status; {@link #NONE} for those from none. */
  public Map<String, Map<String, Integer>> organisations() {
    return organisations;
  }

  private void happened(@Nullable LocalDate day, int made, int let, int gone) {
    if (day != null) {
      days.put(day, days.getOrDefault(day, Day.NOTHING).plus(made, let, gone));
    }
  }

  private static void count(Map<String, Integer> counts, String status) {
    counts.merge(status, 1, Integer::sum);
  }
}
