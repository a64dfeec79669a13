package org.juxian.competition.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.juxian.event.EventDetails;
import org.juxian.event.Period;
import org.juxian.event.Refusal;
import org.juxian.event.TicketType;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;

class ScheduleTest {

  private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
  private static final Instant START = Instant.parse("2026-12-19T00:30:00Z");
  private static final Text TEXT = new Text("文", "Text");

  private static EventDetails details() {
    return new EventDetails(
        "o1",
        TEXT,
        TEXT,
        new Period(START, START.plus(Duration.ofHours(8))),
        new Venue(TEXT, TEXT),
        List.of(new TicketType("t1", TEXT, 10, NOW, START, null)));
  }

  private static Competition open() {
    Competition draft =
        accepted(Competition.draft(details(), new Programme(TEXT, TEXT, List.of("W01", "W02"))));
    return accepted(draft.publish(OptionalLong.empty(), NOW));
  }

  private static Competition accepted(CompetitionDecision decision) {
    assertThat(decision).isInstanceOf(CompetitionDecision.Accepted.class);
    return ((CompetitionDecision.Accepted) decision).competition();
  }

  private static List<HeatFact> facts(CompetitionDecision decision) {
    return ((CompetitionDecision.Accepted) decision).facts();
  }

  private static CompetitionRefusal why(CompetitionDecision decision) {
    assertThat(decision).isInstanceOf(CompetitionDecision.Refused.class);
    return ((CompetitionDecision.Refused) decision).why();
  }

  private static Entry person(String id) {
    return new Entry(id, "p-" + id, "Name " + id, null, true, 1);
  }

  private static Entry team(String id, String... phones) {
    return new Entry(
        id,
        "p-" + id,
        "Captain",
        new Entry.Team(
            "Team " + id,
            java.util.Arrays.stream(phones).map(phone -> new Entry.Member("M", phone)).toList()),
        true,
        1);
  }

  private static Competition with(Entry... entries) {
    Competition competition = open();
    for (Entry entry : entries) {
      competition = accepted(competition.learn(entry, NOW));
    }
    return competition;
  }

  private static Heat heat(String id, int fromMinute, int minutes, Assignment... assignments) {
    Instant start = START.plus(Duration.ofMinutes(fromMinute));
    return new Heat(
        id, 1, new Period(start, start.plus(Duration.ofMinutes(minutes))), List.of(assignments));
  }

  private static Assignment at(String entry, String workstation) {
    return new Assignment(entry, workstation);
  }

  @Test
  void nobody_is_in_two_places_at_once() {
    Competition one = accepted(with(person("a")).schedule(heat("h1", 0, 60, at("a", "W01")), NOW));
    assertThat(why(one.schedule(heat("h2", 59, 60, at("a", "W02")), NOW)))
        .isEqualTo(new CompetitionRefusal.PersonBusy("Name a", "h1", START));
    accepted(one.schedule(heat("h2", 60, 60, at("a", "W02")), NOW));
  }

  @Test
  void a_member_of_two_teams_is_one_person() {
    Competition one =
        accepted(
            with(team("a", "+8613800000001"), team("b", "+8613800000001"))
                .schedule(heat("h1", 0, 60, at("a", "W01")), NOW));
    assertThat(why(one.schedule(heat("h2", 30, 60, at("b", "W02")), NOW)))
        .isInstanceOf(CompetitionRefusal.PersonBusy.class);
    assertThat(why(one.schedule(heat("h3", 60, 60, at("a", "W01"), at("b", "W02")), NOW)))
        .isInstanceOf(CompetitionRefusal.PersonBusy.class);
  }

  @Test
  void no_workstation_is_used_twice_at_a_time() {
    Competition one =
        accepted(with(person("a"), person("b")).schedule(heat("h1", 0, 60, at("a", "W01")), NOW));
    assertThat(why(one.schedule(heat("h2", 30, 60, at("b", "W01")), NOW)))
        .isEqualTo(new CompetitionRefusal.WorkstationBusy("W01", "h1", START));
  }

  @Test
  void a_heat_names_what_is_wrong_with_it() {
    CompetitionRefusal refusal =
        why(with(person("a")).schedule(heat("h1", -10, 60, at("a", "W09"), at("x", "W01")), NOW));
    assertThat(refusal).isInstanceOf(CompetitionRefusal.Event.class);
    assertThat(
            ((Refusal.Invalid) ((CompetitionRefusal.Event) refusal).why())
                .faults().stream().map(fault -> fault.field()))
        .containsExactly("startsAt", "assignments[0].workstation", "assignments[1].entryId");
  }

  @Test
  void rescheduling_tells_each_what_concerns_them() {
    Competition one =
        accepted(
            with(person("a"), person("b"), person("c"))
                .schedule(heat("h1", 0, 60, at("a", "W01"), at("b", "W02")), NOW));
    CompetitionDecision moved =
        one.reschedule("h1", 1, heat("h1", 0, 60, at("a", "W02"), at("c", "W01")), NOW);
    assertThat(facts(moved)).hasSize(3);
    assertThat(facts(moved).get(0))
        .isInstanceOfSatisfying(
            HeatFact.Scheduled.class,
            told -> {
              assertThat(told.rescheduled()).isFalse();
              assertThat(told.places()).extracting(place -> place.entry().id()).containsOnly("c");
            });
    assertThat(facts(moved).get(1))
        .isInstanceOfSatisfying(
            HeatFact.Scheduled.class,
            told -> {
              assertThat(told.rescheduled()).isTrue();
              assertThat(told.places()).extracting(place -> place.entry().id()).containsOnly("a");
            });
    assertThat(facts(moved).get(2)).isInstanceOf(HeatFact.Cancelled.class);
    assertThat(why(one.reschedule("h1", 2, heat("h1", 0, 60), NOW)))
        .isEqualTo(new CompetitionRefusal.Stale());
  }

  @Test
  void news_of_entries_may_come_in_any_order_and_twice() {
    Entry entered = person("a");
    Entry withdrawn = new Entry("a", "p-a", "Name a", null, false, 2);
    Competition late = accepted(accepted(open().learn(withdrawn, NOW)).learn(entered, NOW));
    assertThat(late.schedule().entries().get("a").entered()).isFalse();
    Competition scheduled =
        accepted(with(entered).schedule(heat("h1", 0, 60, at("a", "W01")), NOW));
    Competition left = accepted(scheduled.learn(withdrawn, NOW));
    assertThat(left.schedule().heats().getFirst().assignments()).isEmpty();
    assertThat(accepted(left.learn(withdrawn, NOW))).isEqualTo(left);
  }

  @Test
  void an_entry_that_passes_to_another_person_leaves_the_heat_and_is_theirs() {
    Competition scheduled =
        accepted(with(person("a")).schedule(heat("h1", 0, 60, at("a", "W01")), NOW));
    Entry ended = new Entry("a", "p-a", "Name a", null, false, 2);
    Entry begun = new Entry("a", "p-b", "Name b", null, true, 2);
    Competition passed = accepted(accepted(scheduled.learn(ended, NOW)).learn(begun, NOW));
    assertThat(passed.schedule().entries().get("a")).isEqualTo(begun);
    assertThat(passed.schedule().heats().getFirst().assignments()).isEmpty();
    assertThat(accepted(passed.learn(ended, NOW))).isEqualTo(passed);
  }

  @Test
  void an_entrant_whose_entry_is_cancelled_is_told_that_the_heat_no_longer_holds_him() {
    Competition one =
        accepted(
            with(person("a"), person("b"))
                .schedule(heat("h1", 0, 60, at("a", "W01"), at("b", "W02")), NOW));
    CompetitionDecision left = one.learn(new Entry("a", "p-a", "Name a", null, false, 2), NOW);
    assertThat(facts(left))
        .singleElement()
        .isInstanceOfSatisfying(
            HeatFact.Cancelled.class,
            told -> {
              assertThat(told.withdrawn()).isTrue();
              assertThat(told.places()).extracting(place -> place.entry().id()).containsOnly("a");
            });
    assertThat(accepted(left).schedule().heats().getFirst().assignments())
        .containsExactly(at("b", "W02"));
  }

  @Test
  void a_team_that_somebody_joins_leaves_its_heats_and_one_that_somebody_leaves_stays() {
    Competition one =
        accepted(
            with(team("a", "+8613800000001", "+8613800000002"))
                .schedule(heat("h1", 0, 60, at("a", "W01")), NOW));
    assertThat(facts(one.learn(later(team("a", "+8613800000001")), NOW))).isEmpty();
    CompetitionDecision joined =
        one.learn(later(team("a", "+8613800000001", "+8613800000003")), NOW);
    assertThat(facts(joined))
        .singleElement()
        .isInstanceOfSatisfying(
            HeatFact.Cancelled.class, told -> assertThat(told.withdrawn()).isFalse());
  }

  private static Entry later(Entry entry) {
    return new Entry(entry.id(), entry.personId(), entry.name(), entry.team(), true, 2);
  }

  @Test
  void what_heats_need_stays() {
    Competition one = accepted(with(person("a")).schedule(heat("h1", 0, 60, at("a", "W01")), NOW));
    assertThat(
            why(
                one.edit(
                    OptionalLong.empty(),
                    details(),
                    new Programme(TEXT, TEXT, List.of("W02")),
                    NOW)))
        .isInstanceOf(CompetitionRefusal.Event.class);
  }
}
