package org.juxian.competition.organising;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.juxian.competition.diary.Aliases;
import org.juxian.competition.diary.Booking;
import org.juxian.competition.diary.Diaries;
import org.juxian.competition.diary.Diary;
import org.juxian.competition.diary.KeptDiary;
import org.juxian.competition.schedule.Competition;
import org.juxian.competition.schedule.CompetitionRefusal;
import org.juxian.competition.schedule.Heat;
import org.juxian.platform.messaging.Ids;
import org.springframework.stereotype.Component;

/**
 * Keeps people from being in two places at once, over all competitions. Before a competition is
 * written everyone whom the write needs is booked in their diary; after it those whom it no longer
 * needs are let go. The competitions are the truth: a booking that none of them confirms after a
 * while was left by a crash, and gives way once its competition's revision is counted up, so that
 * an attempt which was only slow can no longer be written. The page on concurrency tells the whole.
 */
@Component
class PersonGuard {

  /** How long a booking is believed whose competition neither confirms nor refutes it. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int MOST_TRIES = 1000;

  private final Competitions competitions;
  private final Diaries diaries;
  private final Aliases aliases;
  private final InstantSource clock;
  private final Ids ids;

  PersonGuard(
      Competitions competitions, Diaries diaries, Aliases aliases, InstantSource clock, Ids ids) {
    this.competitions = competitions;
    this.diaries = diaries;
    this.aliases = aliases;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * One attempt to write a competition.
   *
   * @param claim names it in the diaries
   * @param booked people in whose diaries it wrote
   * @param leaving what the write no longer needs
   * @param refusal why it must not be written
   */
  record Attempt(
      String claim,
      KeptCompetition before,
      List<String> booked,
      Set<Need> leaving,
      Optional<CompetitionRefusal> refusal) {}

  /** Books everyone whom the next state needs and the one before does not; or nobody. */
  Attempt book(KeptCompetition before, Competition after) {
    List<Heat> leaving = new ArrayList<>(Need.heats(before.competition()));
    List<Heat> joining = new ArrayList<>(Need.heats(after));
    leaving.removeAll(Need.heats(after));
    joining.removeAll(Need.heats(before.competition()));
    Map<String, String> phones = phones(before.competition(), leaving, after, joining);
    Set<Need> old = Need.of(before.competition(), leaving, phones);
    Set<Need> needed = Need.of(after, joining, phones);
    List<Need> wanted =
        needed.stream()
            .filter(need -> !old.contains(need))
            .sorted(Comparator.comparing(Need::person))
            .toList();
    old.removeAll(needed);
    Attempt attempt = new Attempt(ids.next(), before, new ArrayList<>(), old, Optional.empty());
    for (Need need : wanted) {
      Optional<CompetitionRefusal> busy = shared(need, needed, after);
      if (busy.isEmpty()) {
        busy = book(attempt, need, after);
      }
      if (busy.isPresent()) {
        giveUp(attempt);
        return new Attempt(attempt.claim, before, List.of(), Set.of(), busy);
      }
    }
    return attempt;
  }

  /** The write was not made: takes its bookings back. */
  void giveUp(Attempt attempt) {
    for (String person : attempt.booked) {
      change(person, diary -> diary.without(one -> one.claim().equals(attempt.claim)));
    }
  }

  /** The write was made: lets those go whom it no longer needs. */
  void letGo(Attempt attempt) {
    for (Need need : attempt.leaving) {
      change(
          need.person(),
          diary ->
              diary.without(
                  one ->
                      one.competitionId().equals(attempt.before.id())
                          && need.isBookedBy(one)
                          && one.revision() <= attempt.before.revision()
                          && !one.claim().equals(attempt.claim)));
    }
  }

  private Map<String, String> phones(
      Competition before, List<Heat> leaving, Competition after, List<Heat> joining) {
    Set<String> people = Need.people(before, leaving);
    people.addAll(Need.people(after, joining));
    return people.isEmpty() ? Map.of() : aliases.phones(people);
  }

  private static Optional<CompetitionRefusal> shared(
      Need need, Set<Need> needed, Competition after) {
    return needed.stream().anyMatch(need::isSharedWith)
        ? Optional.of(
            new CompetitionRefusal.PersonBusy(
                name(need, after), need.heatId(), need.period().startsAt()))
        : Optional.empty();
  }

  private Optional<CompetitionRefusal> book(Attempt attempt, Need need, Competition after) {
    KeptCompetition before = attempt.before;
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      Booking wanted =
          new Booking(
              attempt.claim, before.id(), need.heatId(), need.period(), before.revision(), now);
      KeptDiary kept = diaries.of(need.person());
      Optional<Booking> other = kept.diary().inTheWayOf(wanted);
      Diary free = kept.diary();
      if (other.isPresent()) {
        Optional<CompetitionRefusal> busy = busy(other.get(), need, after, now);
        if (busy.isPresent()) {
          return busy;
        }
        free = free.without(one -> one.equals(other.get()));
      }
      boolean room = other.isEmpty() || free.inTheWayOf(wanted).isEmpty();
      if (diaries.replace(kept, room ? free.with(wanted, now) : free) && room) {
        attempt.booked.add(need.person());
        return Optional.empty();
      }
    }
    throw new IllegalStateException("no booking came through in " + MOST_TRIES + " tries");
  }

  /** Empty once the booking is known to be nobody's and never to become anybody's. */
  private Optional<CompetitionRefusal> busy(
      Booking other, Need need, Competition after, Instant now) {
    while (true) {
      Optional<KeptCompetition> found = competitions.find(other.competitionId());
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Competition there = found.get().competition();
      boolean underWay = found.get().revision() == other.revision();
      boolean stands = needs(there, other, need.person());
      if (stands || (underWay && other.at().plus(PATIENCE).isAfter(now))) {
        return Optional.of(
            new CompetitionRefusal.PersonBusyElsewhere(
                name(need, after),
                there.event().details().title(),
                other.heatId(),
                other.period().startsAt()));
      }
      if (!underWay || competitions.replace(found.get(), there, List.of())) {
        return Optional.empty();
      }
    }
  }

  private boolean needs(Competition competition, Booking booking, String person) {
    List<Heat> heats =
        Need.heats(competition).stream()
            .filter(heat -> heat.id().equals(booking.heatId()))
            .toList();
    Map<String, String> phones = aliases.phones(Need.people(competition, heats));
    return Need.of(competition, heats, phones).stream()
        .anyMatch(need -> need.person().equals(person) && need.isBookedBy(booking));
  }

  private static String name(Need need, Competition competition) {
    return Optional.ofNullable(competition.schedule().entries().get(need.entryId()))
        .orElseThrow()
        .shownName();
  }

  private interface DiaryChange {
    Diary of(Diary diary);
  }

  private void change(String person, DiaryChange change) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      KeptDiary kept = diaries.of(person);
      Diary next = change.of(kept.diary());
      if (next.equals(kept.diary()) || diaries.replace(kept, next)) {
        return;
      }
    }
    throw new IllegalStateException("no diary was written in " + MOST_TRIES + " tries");
  }
}
