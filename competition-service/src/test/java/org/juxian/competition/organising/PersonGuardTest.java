package org.juxian.competition.organising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.juxian.competition.CompetitionServiceApplication;
import org.juxian.competition.CompetitionServiceTest;
import org.juxian.competition.diary.Aliases;
import org.juxian.competition.diary.Diaries;
import org.juxian.competition.messaging.CompetitionMessages;
import org.juxian.competition.schedule.Assignment;
import org.juxian.competition.schedule.Competition;
import org.juxian.competition.schedule.CompetitionDecision;
import org.juxian.competition.schedule.CompetitionRefusal;
import org.juxian.competition.schedule.Entry;
import org.juxian.competition.schedule.Heat;
import org.juxian.competition.schedule.Programme;
import org.juxian.event.EventDetails;
import org.juxian.event.Period;
import org.juxian.event.TicketType;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.testkit.Race;
import org.juxian.platform.testkit.Replica;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Nobody in two places at once, in one competition or in several, whoever races or dies; and the
 * same without the guards, where the checker has to find the breach.
 */
@CompetitionServiceTest
class PersonGuardTest {

  private static final int MANY = 64;
  private static final Text TEXT = new Text("文", "Text");
  private static Replica other;

  @Autowired private CompetitionChanges here;
  @Autowired private Competitions competitions;
  @Autowired private Diaries diaries;
  @Autowired private Aliases aliases;
  @Autowired private CompetitionMessages messages;
  @Autowired private InstantSource clock;
  @Autowired private Ids ids;

  @BeforeAll
  static void startAnother() {
    other = Replica.of(CompetitionServiceApplication.class);
  }

  @AfterAll
  static void stopIt() {
    other.close();
  }

  private List<CompetitionChanges> bothReplicas() {
    return List.of(here, other.bean(CompetitionChanges.class));
  }

  private CompetitionChanges with(Competitions store, Diaries books, InstantSource time) {
    return new CompetitionChanges(
        store, messages, time, ids, new PersonGuard(store, books, aliases, time, ids));
  }

  @Test
  void of_64_competitions_one_gets_the_person() {
    List<String> guarded = ofOnePerson();
    assertThat(done(race(guarded, n -> heat("p", "W0"), bothReplicas()))).isEqualTo(1);
    assertThat(breaches(guarded)).isEmpty();
    List<String> unguarded = ofOnePerson();
    Diaries blind = new Unguarded.OfPeople(diaries, new CountDownLatch(MANY));
    race(unguarded, n -> heat("p", "W0"), List.of(with(competitions, blind, clock)));
    assertThat(breaches(unguarded)).contains("somebody is in two places");
  }

  @Test
  void of_64_heats_one_gets_the_workstation() {
    String guarded = open(entries());
    List<String> same = IntStream.range(0, MANY).mapToObj(n -> guarded).toList();
    assertThat(done(race(same, n -> heat("e" + n, "W0"), bothReplicas()))).isEqualTo(1);
    assertThat(heatsOf(guarded)).hasSize(1);
    String unguarded = open(entries());
    List<String> again = IntStream.range(0, MANY).mapToObj(n -> unguarded).toList();
    Competitions blind = new Unguarded.OfCompetitions(competitions);
    assertThat(done(race(again, n -> heat("e" + n, "W0"), List.of(with(blind, diaries, clock)))))
        .as("heats that were acknowledged")
        .isGreaterThan(heatsOf(unguarded).size());
  }

  @Test
  void a_captain_here_is_the_member_there() {
    String captain = ids.next();
    String phone = "+86" + Math.floorMod(captain.hashCode(), 1_000_000_000);
    aliases.know(captain, 1, phone);
    String one = open(new Entry("a", captain, "Captain", null, true, 1));
    String two =
        open(
            new Entry(
                "b",
                ids.next(),
                "Somebody",
                new Entry.Team("Team", List.of(new Entry.Member("C", phone))),
                true,
                1));
    assertThat(schedule(here, one, heat("a", "W0"))).isInstanceOf(Outcome.Done.class);
    assertThat(refusal(schedule(here, two, heat("b", "W0"))))
        .isInstanceOfSatisfying(
            CompetitionRefusal.PersonBusyElsewhere.class,
            busy -> assertThat(busy.entryName()).isEqualTo("Team"));
  }

  @Test
  void who_died_before_the_write_holds_nobody_for_long_and_cannot_come_back() {
    List<String> two = ofOnePerson().subList(0, 2);
    DyingCompetitions dying = new DyingCompetitions(competitions, false);
    assertThatThrownBy(() -> schedule(with(dying, diaries, clock), two.get(0), heat("p", "W0")))
        .isInstanceOf(DyingCompetitions.Dies.class);
    assertThat(refusal(schedule(here, two.get(1), heat("p", "W0"))))
        .as("at once: it may still be under way")
        .isInstanceOf(CompetitionRefusal.PersonBusyElsewhere.class);
    InstantSource later = InstantSource.offset(clock, PersonGuard.PATIENCE.plusSeconds(1));
    assertThat(schedule(with(competitions, diaries, later), two.get(1), heat("p", "W0")))
        .isInstanceOf(Outcome.Done.class);
    assertThat(dying.comesThroughLate()).isFalse();
    assertThat(breaches(two)).isEmpty();
  }

  @Test
  void who_died_after_taking_a_heat_out_holds_nobody() {
    List<String> two = ofOnePerson().subList(0, 2);
    Heat heat = heat("p", "W0");
    assertThat(schedule(here, two.get(0), heat)).isInstanceOf(Outcome.Done.class);
    DyingCompetitions dying = new DyingCompetitions(competitions, true);
    assertThatThrownBy(
            () ->
                with(dying, diaries, clock)
                    .change(two.get(0), (one, now) -> one.remove(heat.id(), 1, now)))
        .isInstanceOf(DyingCompetitions.Dies.class);
    assertThat(schedule(here, two.get(1), heat("p", "W0"))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void a_competition_that_is_called_off_lets_everyone_go() {
    List<String> two = ofOnePerson().subList(0, 2);
    assertThat(schedule(here, two.get(0), heat("p", "W0"))).isInstanceOf(Outcome.Done.class);
    here.change(two.get(0), (one, now) -> one.cancel(OptionalLong.empty(), null, now));
    assertThat(schedule(here, two.get(1), heat("p", "W0"))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void a_refused_heat_leaves_no_booking() {
    Entry busy = new Entry("p", ids.next(), "Busy", null, true, 1);
    Entry free = new Entry("q", ids.next(), "Free", null, true, 1);
    assertThat(schedule(here, open(busy), heat("p", "W0"))).isInstanceOf(Outcome.Done.class);
    Heat together =
        new Heat(
            ids.next(), 1, period(), List.of(new Assignment("p", "W0"), new Assignment("q", "W1")));
    assertThat(schedule(here, open(busy, free), together)).isInstanceOf(Outcome.Refused.class);
    assertThat(diaries.of(free.personId()).diary().bookings()).isEmpty();
  }

  private static Outcome schedule(CompetitionChanges changes, String id, Heat heat) {
    return changes.change(id, (competition, now) -> competition.schedule(heat, now));
  }

  private static @Nullable CompetitionRefusal refusal(Outcome outcome) {
    return outcome instanceof Outcome.Refused(var why) ? why : null;
  }

  private static long done(List<Outcome> outcomes) {
    return outcomes.stream().filter(one -> one instanceof Outcome.Done).count();
  }

  /** All decide on what they have read before the first writes. */
  private List<Outcome> race(
      List<String> where, IntFunction<Heat> heat, List<CompetitionChanges> replicas) {
    CountDownLatch allHaveRead = new CountDownLatch(MANY);
    return Race.of(
        MANY,
        n -> {
          Heat wanted = heat.apply(n);
          return replicas
              .get(n % replicas.size())
              .change(
                  where.get(n),
                  (competition, now) -> {
                    allHaveRead.countDown();
                    Waiting.until(allHaveRead);
                    return competition.schedule(wanted, now);
                  });
        });
  }

  /** What must never be, over all these competitions. */
  private List<String> breaches(List<String> where) {
    List<String> breaches = new ArrayList<>();
    List<List<String>> places = new ArrayList<>();
    for (String id : where) {
      for (Heat heat : heatsOf(id)) {
        for (Assignment assignment : heat.assignments()) {
          List<String> people = List.copyOf(competition(id).schedule().entry(assignment).people());
          if (places.contains(people)) {
            breaches.add("somebody is in two places");
          }
          places.add(people);
        }
      }
    }
    return breaches;
  }

  private List<Heat> heatsOf(String id) {
    return competition(id).schedule().heats();
  }

  private Competition competition(String id) {
    return competitions.find(id).orElseThrow().competition();
  }

  /** So many competitions that one person, another each time, has entered as "p". */
  private List<String> ofOnePerson() {
    Entry entry = new Entry("p", ids.next(), "Somebody", null, true, 1);
    return IntStream.range(0, MANY).mapToObj(n -> open(entry)).toList();
  }

  private Entry[] entries() {
    return IntStream.range(0, MANY)
        .mapToObj(n -> new Entry("e" + n, ids.next(), "Name " + n, null, true, 1))
        .toArray(Entry[]::new);
  }

  private String open(Entry... entries) {
    Instant now = clock.instant();
    Competition competition =
        accepted(Competition.draft(details(), new Programme(TEXT, TEXT, List.of("W0", "W1"))));
    competition = accepted(competition.publish(OptionalLong.empty(), now));
    for (Entry entry : entries) {
      competition = accepted(competition.learn(entry, now));
    }
    return competitions.add(ids.next(), competition, List.of()).id();
  }

  private Heat heat(String entry, String workstation) {
    return new Heat(ids.next(), 1, period(), List.of(new Assignment(entry, workstation)));
  }

  private static Period period() {
    return new Period(START, START.plus(Duration.ofHours(1)));
  }

  private static final Instant START = Instant.parse("2199-06-01T01:00:00Z");

  private static EventDetails details() {
    Instant opens = START.minus(Duration.ofDays(40));
    return new EventDetails(
        "019eb101000175268b62000001010001",
        TEXT,
        TEXT,
        new Period(START, START.plus(Duration.ofHours(8))),
        new Venue(TEXT, TEXT),
        List.of(new TicketType("t1", TEXT, 100, opens, START, null)));
  }

  private static Competition accepted(CompetitionDecision decision) {
    return switch (decision) {
      case CompetitionDecision.Accepted accepted -> accepted.competition();
      case CompetitionDecision.Refused(var why) -> throw new AssertionError(why);
    };
  }
}
