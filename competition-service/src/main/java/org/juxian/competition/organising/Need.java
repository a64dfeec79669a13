package org.juxian.competition.organising;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.juxian.competition.diary.Booking;
import org.juxian.competition.schedule.Assignment;
import org.juxian.competition.schedule.Competition;
import org.juxian.competition.schedule.Entry;
import org.juxian.competition.schedule.Heat;
import org.juxian.event.EventStatus;
import org.juxian.event.Period;

/**
 * A heat needs a person, for an entry.
 *
 * @param person one of the marks by which that person is known
 */
record Need(String person, String heatId, Period period, String entryId) {

  /** The heats that need anybody: those of a competition that takes place. */
  static List<Heat> heats(Competition competition) {
    return competition.event().status() == EventStatus.CANCELLED
        ? List.of()
        : competition.schedule().heats();
  }

  /** Everyone of the entries of these heats, by the marks that the entries give. */
  static Set<String> people(Competition competition, Collection<Heat> heats) {
    Set<String> people = new LinkedHashSet<>();
    entries(competition, heats).forEach(entry -> people.addAll(entry.people()));
    return people;
  }

  /**
   * What these heats need, by every mark that is known.
   *
   * @param phones by persons' ids
   */
  static Set<Need> of(Competition competition, Collection<Heat> heats, Map<String, String> phones) {
    Set<Need> needs = new LinkedHashSet<>();
    for (Heat heat : heats) {
      for (Assignment assignment : heat.assignments()) {
        for (String mark : marks(competition.schedule().entry(assignment), phones)) {
          needs.add(new Need(mark, heat.id(), heat.period(), assignment.entryId()));
        }
      }
    }
    return needs;
  }

  /** Whether another entry in the same heat needs the same person. */
  boolean isSharedWith(Need other) {
    return person.equals(other.person)
        && heatId.equals(other.heatId)
        && !entryId.equals(other.entryId);
  }

  /** Whether a booking stands for it. */
  boolean isBookedBy(Booking booking) {
    return heatId.equals(booking.heatId()) && period.equals(booking.period());
  }

  private static Set<String> marks(Entry entry, Map<String, String> phones) {
    Set<String> marks = new LinkedHashSet<>(entry.people());
    phones.forEach(
        (id, phone) -> {
          if (marks.contains(id) || marks.contains(phone)) {
            marks.add(id);
            marks.add(phone);
          }
        });
    return marks;
  }

  private static List<Entry> entries(Competition competition, Collection<Heat> heats) {
    List<Entry> entries = new ArrayList<>();
    for (Heat heat : heats) {
      heat.assignments().forEach(one -> entries.add(competition.schedule().entry(one)));
    }
    return entries;
  }
}
