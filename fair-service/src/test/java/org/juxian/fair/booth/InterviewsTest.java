package org.juxian.fair.booth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.fair.booth.FairFixture.APPLICATION;
import static org.juxian.fair.booth.FairFixture.NOW;
import static org.juxian.fair.booth.FairFixture.asInTheExamples;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.juxian.event.EventDetails;
import org.juxian.event.Fault;
import org.juxian.event.Period;
import org.juxian.event.Refusal;
import org.juxian.fair.web.Requests;

/** The rules of interviews at booths. */
class InterviewsTest {

  private static final Instant TEN = Instant.parse("2026-12-12T02:00:00Z");
  private static final String OTHER = "019eb20100217a468742000002010099";
  private static final InterviewSlot.Guest LI = new InterviewSlot.Guest("li", "Li Wen");
  private static final InterviewSlot.Guest HE = new InterviewSlot.Guest("he", "He Yu");

  /** Slots s0, s1 ... of twenty minutes from ten o'clock on, without a gap. */
  private static FairFixture open(int count) {
    return opened(asInTheExamples().assignedTo("A03"), APPLICATION, "s", row(1, TEN, count));
  }

  private static Opening row(int table, Instant start, int count) {
    return new Opening(table, start, 20, 0, count);
  }

  private static List<String> ids(String prefix) {
    return IntStream.range(0, 60).mapToObj(n -> prefix + n).toList();
  }

  private static FairFixture opened(FairFixture one, String by, String prefix, Opening opening) {
    return one.afterwards(it -> it.fair().openInterviews(by, ids(prefix), opening, NOW));
  }

  private static FairFixture taken(FairFixture one, String slot, InterviewSlot.Guest guest) {
    return one.afterwards(it -> it.fair().takeInterview(slot, guest, NOW));
  }

  /** Another exhibitor with slots of its own from this moment on. */
  private static FairFixture withAnother(FairFixture one, Instant start) {
    FairFixture two =
        one.applied(OTHER, "another", "Another", Requests.licence(7))
            .afterwards(it -> it.fair().assign(OTHER, OptionalLong.empty(), "A05", NOW));
    return opened(two, OTHER, "o", row(1, start, 1));
  }

  private static FairRefusal refused(FairDecision decision) {
    assertThat(decision).isInstanceOf(FairDecision.Refused.class);
    return ((FairDecision.Refused) decision).why();
  }

  private static FairDecision.Accepted accepted(FairDecision decision) {
    assertThat(decision).isInstanceOf(FairDecision.Accepted.class);
    return (FairDecision.Accepted) decision;
  }

  private static List<String> fields(FairDecision decision) {
    return ((Refusal.Invalid) ((FairRefusal.Event) refused(decision)).why())
        .faults().stream().map(Fault::field).toList();
  }

  private static InterviewSlot slot(Fair fair, String id) {
    InterviewSlot slot = fair.interviews().slots().get(id);
    assertThat(slot).as(id).isNotNull();
    return slot;
  }

  @Test
  void an_exhibitor_opens_slots_within_the_fair_that_do_not_overlap_at_one_table() {
    Fair fair = open(3).fair();
    assertThat(slot(fair, "s2").period())
        .isEqualTo(new Period(TEN.plus(Duration.ofMinutes(40)), TEN.plus(Duration.ofMinutes(60))));
    assertThat(fields(fair.openInterviews(APPLICATION, ids("t"), row(1, TEN, 1), NOW)))
        .containsExactly("startsAt");
    assertThat(fair.openInterviews(APPLICATION, ids("t"), row(2, TEN, 1), NOW))
        .isInstanceOf(FairDecision.Accepted.class);
    assertThat(fields(opening(fair, new Opening(0, TEN, 4, -1, 51))))
        .containsExactly("table", "minutes", "gapMinutes", "count");
    assertThat(fields(opening(fair, row(1, TEN.minus(Duration.ofHours(2)), 1))))
        .containsExactly("startsAt");
    assertThat(fields(opening(fair, row(1, NOW.minusSeconds(1), 1)))).containsExactly("startsAt");
    assertThat(fields(opening(fair, row(2, TEN, 20)))).containsExactly("count");
    assertThat(
            refused(
                asInTheExamples()
                    .fair()
                    .openInterviews(APPLICATION, ids("t"), row(1, TEN, 1), NOW)))
        .isEqualTo(new FairRefusal.NoBoothHeld());
  }

  private static FairDecision opening(Fair fair, Opening opening) {
    return fair.openInterviews(APPLICATION, ids("t"), opening, NOW);
  }

  @Test
  void a_slot_is_taken_once_and_given_back_until_it_begins() {
    FairFixture one = taken(open(2), "s0", LI);
    assertThat(refused(one.fair().takeInterview("s0", HE, NOW)))
        .isEqualTo(new FairRefusal.InterviewTaken());
    assertThat(accepted(one.fair().takeInterview("s0", LI, NOW)).interviews()).isEmpty();
    assertThat(refused(one.fair().giveInterviewBack("s0", "he", NOW)))
        .isEqualTo(new FairRefusal.Unknown());
    assertThat(refused(one.fair().giveInterviewBack("s0", "li", TEN)))
        .isEqualTo(new FairRefusal.InterviewBegun());
    assertThat(refused(one.fair().takeInterview("s1", HE, TEN.plus(Duration.ofMinutes(20)))))
        .isEqualTo(new FairRefusal.InterviewBegun());
    FairFixture back = one.afterwards(it -> it.fair().giveInterviewBack("s0", "li", NOW));
    assertThat(taken(back, "s0", HE).fair().interviews().of(APPLICATION).getFirst().guest())
        .isEqualTo(HE);
  }

  @Test
  void a_person_has_ten_minutes_between_two_interviews_and_one_with_each_exhibitor() {
    FairFixture one = taken(open(2), "s0", LI);
    assertThat(refused(one.fair().takeInterview("s1", LI, NOW)))
        .isEqualTo(new FairRefusal.AlreadyInterviewed());
    Instant end = TEN.plus(Duration.ofMinutes(20));
    Fair close = withAnother(one, end.plus(Duration.ofMinutes(9))).fair();
    assertThat(refused(close.takeInterview("o0", LI, NOW)))
        .isEqualTo(new FairRefusal.InterviewTooClose("s0", TEN));
    assertThat(close.takeInterview("o0", HE, NOW)).isInstanceOf(FairDecision.Accepted.class);
    Fair apart = withAnother(one, end.plus(Duration.ofMinutes(10))).fair();
    assertThat(apart.takeInterview("o0", LI, NOW)).isInstanceOf(FairDecision.Accepted.class);
  }

  @Test
  void who_took_a_slot_is_told_when_it_is_called_off_and_of_a_free_one_nobody_is() {
    Fair fair = taken(open(2), "s0", LI).fair();
    FairDecision.Accepted off = accepted(fair.closeInterview(APPLICATION, "s0", "Ill", NOW));
    assertThat(off.interviews())
        .containsExactly(
            new InterviewFact.Ended(slot(fair, "s0"), InterviewFact.Cause.CALLED_OFF, "Ill"));
    assertThat(accepted(fair.closeInterview(APPLICATION, "s1", null, NOW)).interviews()).isEmpty();
    assertThat(refused(fair.closeInterview(OTHER, "s0", null, NOW)))
        .isEqualTo(new FairRefusal.Unknown());
  }

  @Test
  void interviews_go_where_their_exhibitor_goes_and_end_with_its_booth() {
    Fair fair = taken(open(2), "s0", LI).fair();
    assertThat(accepted(fair.assign(APPLICATION, OptionalLong.empty(), "A07", NOW)).interviews())
        .containsExactly(new InterviewFact.Booked(slot(fair, "s0"), true));
    FairDecision.Accepted without =
        accepted(fair.withdraw(APPLICATION, OptionalLong.empty(), "No staff", NOW));
    assertThat(without.interviews())
        .containsExactly(
            new InterviewFact.Ended(
                slot(fair, "s0"), InterviewFact.Cause.BOOTH_WITHDRAWN, "No staff"));
    assertThat(without.fair().interviews().slots()).isEmpty();
    Instant after = TEN.plus(Duration.ofHours(1));
    FairDecision.Accepted late =
        accepted(fair.withdraw(APPLICATION, OptionalLong.empty(), null, after));
    assertThat(late.interviews()).as("what is over stays").isEmpty();
  }

  @Test
  void a_fair_that_moves_takes_interviews_along_and_one_that_is_shorter_loses_some() {
    FairFixture one = taken(taken(open(2), "s0", LI), "s1", HE);
    FairDecision.Accepted moved = accepted(one.moved());
    assertThat(moved.interviews())
        .hasSize(2)
        .allMatch(fact -> fact instanceof InterviewFact.Booked);
    assertThat(slot(moved.fair(), "s0").period().startsAt())
        .isEqualTo(TEN.plus(Duration.ofDays(1)));
    EventDetails before = one.fair().event().details();
    Period shorter = new Period(TEN.plus(Duration.ofMinutes(20)), before.period().endsAt());
    FairDecision.Accepted less =
        accepted(
            one.edited(
                new EventDetails(
                    before.organisationId(),
                    before.title(),
                    before.summary(),
                    shorter,
                    before.venue(),
                    before.ticketTypes())));
    assertThat(less.interviews())
        .containsExactly(
            new InterviewFact.Ended(slot(one.fair(), "s0"), InterviewFact.Cause.FAIR_MOVED, null));
    assertThat(less.fair().interviews().slots()).containsOnlyKeys("s1");
    FairDecision.Accepted off =
        accepted(one.fair().cancel(OptionalLong.empty(), FairFixture.text("台风", "Storm"), NOW));
    assertThat(off.interviews()).hasSize(2);
    assertThat(off.fair().interviews().slots()).isEmpty();
  }

  @Test
  void who_is_forgotten_leaves_free_slots_ahead_and_nobody_behind() {
    Fair fair = taken(open(1), "s0", LI).fair();
    assertThat(slot(fair.withoutGuest("li", NOW), "s0").isFree()).isTrue();
    assertThat(slot(fair.withoutGuest("li", TEN), "s0").toString()).doesNotContain("=li", "Li Wen");
    assertThat(slot(fair.anonymous(), "s0").toString()).doesNotContain("=li", "Li Wen");
  }
}
