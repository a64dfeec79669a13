package org.juxian.registration.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.juxian.registration.place.Registration.Cancelled;
import org.juxian.registration.place.Registration.Cancelled.By;
import org.juxian.registration.place.Registration.CheckedIn;
import org.juxian.registration.place.Registration.Held;

class RegistrationRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
  private static final Booking BOOKING =
      new Booking("r1", "e1", "t1", "p1", "李", "0001", null, NOW);
  private static final Held HELD = new Held(BOOKING, 1);
  private static final CheckedIn IN = new CheckedIn(BOOKING, 1, NOW, inside("all", NOW, "s1"));
  private static final Cancelled GONE = new Cancelled(BOOKING, By.PERSON, null, NOW);
  private static final Terms OPEN =
      new Terms(10, NOW.minusSeconds(1), NOW.plus(Duration.ofHours(1)), null);

  @Test
  void who_holds_a_place_is_let_in_once() {
    assertThat(HELD.enter(at(NOW, "s1", ReEntry.NONE))).isEqualTo(new Decision.Accepted(IN));
    assertThat(IN.enter(at(NOW.plusSeconds(5), "s2", ReEntry.NONE)))
        .isEqualTo(new Decision.Rejected(new Refusal.AlreadyCheckedIn(NOW)));
    assertThat(GONE.enter(at(NOW, "s1", ReEntry.NONE)))
        .isEqualTo(new Decision.Rejected(new Refusal.TicketCancelled()));
  }

  @Test
  void sessions_are_chosen_by_who_has_a_place_and_go_with_it() {
    Held chosen = (Held) accepted(HELD.choose(List.of("s1", "s2")));
    assertThat(chosen.booking().sessions()).containsExactly("s1", "s2");
    CheckedIn inside = (CheckedIn) accepted(IN.choose(List.of("s3")));
    assertThat(inside.booking().sessions()).containsExactly("s3");
    Registration gone = accepted(chosen.cancel(By.PERSON, null, NOW));
    assertThat(gone.booking().sessions()).isEmpty();
    assertThat(gone.choose(List.of("s1")))
        .isEqualTo(new Decision.Rejected(new Refusal.TicketCancelled()));
    Registration passedOn = accepted(chosen.passOn("p2", "何", NOW));
    assertThat(passedOn.booking().sessions()).isEmpty();
    assertThat(new Pending.Requested(BOOKING, true).choose(List.of("s1")))
        .isEqualTo(new Decision.Rejected(new Refusal.NotConfirmed()));
  }

  @Test
  void who_is_forgotten_leaves_no_name_and_no_choice() {
    Team team = new Team("一队", List.of(new Team.Member("陈", "+8613800000002")));
    Held captain = new Held(BOOKING.of(team), 1);
    Registration left = accepted(captain.choose(List.of("s1"))).forgotten();
    assertThat(left.booking().sessions()).isEmpty();
    assertThat(left.booking().toString()).doesNotContain("李", "陈", "+86").contains("一队");
    assertThat(left.booking().team()).isNotNull();
    assertThat(left.forgotten()).isEqualTo(left);
  }

  @Test
  void who_was_checked_out_comes_in_again_if_the_rule_says_so() {
    Passage later = at(NOW.plusSeconds(5), "s2", ReEntry.CHECK_OUT);
    assertThat(IN.enter(later)).isEqualTo(new Decision.Rejected(new Refusal.AlreadyCheckedIn(NOW)));
    CheckedIn out = (CheckedIn) accepted(IN.leave(later));
    assertThat(out.leave(later)).isEqualTo(new Decision.Rejected(new Refusal.NotInside()));
    assertThat(out.enter(later)).isInstanceOf(Decision.Accepted.class);
    assertThat(out.enter(at(NOW, "s3", ReEntry.NONE))).isInstanceOf(Decision.Rejected.class);
    assertThat(IN.enter(at(NOW, "s3", ReEntry.FREE))).isInstanceOf(Decision.Accepted.class);
    assertThat(HELD.leave(later)).isEqualTo(new Decision.Rejected(new Refusal.NotInside()));
  }

  @Test
  void only_the_last_passage_is_taken_back_and_then_all_is_as_before() {
    assertThat(IN.undo("s1")).isEqualTo(new Decision.Accepted(HELD));
    CheckedIn again = (CheckedIn) accepted(IN.enter(at(NOW, "s2", ReEntry.FREE)));
    assertThat(again.undo("s1")).isEqualTo(new Decision.Rejected(new Refusal.NotLastPassage()));
    CheckedIn undone = (CheckedIn) accepted(again.undo("s2"));
    assertThat(undone.presence().stays().get("all").inside()).isTrue();
    assertThat(undone.presence().stays().get("all").entries()).isEqualTo(1);
    assertThat(undone.undo("s2")).isEqualTo(new Decision.Rejected(new Refusal.NotLastPassage()));
    CheckedIn out = (CheckedIn) accepted(IN.leave(at(NOW, "s3", ReEntry.NONE)));
    assertThat(((CheckedIn) accepted(out.undo("s3"))).presence().stays().get("all").inside())
        .isTrue();
  }

  @Test
  void once_a_day_is_once_a_day_also_after_a_passage_was_taken_back() {
    Instant nextDay = NOW.plus(Duration.ofDays(1));
    assertThat(IN.enter(at(NOW.plusSeconds(5), "s2", ReEntry.DAILY)))
        .isInstanceOf(Decision.Rejected.class);
    CheckedIn second = (CheckedIn) accepted(IN.enter(at(nextDay, "s2", ReEntry.DAILY)));
    assertThat(second.enter(at(nextDay.plusSeconds(5), "s3", ReEntry.DAILY)))
        .isInstanceOf(Decision.Rejected.class);
    Registration undone = accepted(second.undo("s2"));
    assertThat(undone.enter(at(nextDay.plusSeconds(5), "s3", ReEntry.DAILY)))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void zones_are_counted_each_for_itself() {
    Passage two = new Passage(Map.of("hall", ReEntry.NONE, "vip", ReEntry.NONE), NOW, "s2");
    CheckedIn both = (CheckedIn) accepted(IN.enter(two));
    assertThat(both.presence().stays()).containsOnlyKeys("all", "hall", "vip");
    assertThat(both.enter(new Passage(Map.of("vip", ReEntry.NONE), NOW, "s3")))
        .isInstanceOf(Decision.Rejected.class);
    assertThat(
            both.enter(new Passage(Map.of("vip", ReEntry.NONE, "lounge", ReEntry.NONE), NOW, "s3")))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void what_is_passed_on_keeps_its_place_and_gets_another_ticket() {
    Issue.Offer offer = new Issue.Offer("hash", null, "zh", NOW.plusSeconds(60));
    Held offered = (Held) accepted(HELD.offer(offer));
    assertThat(offered.booking().issue().offer()).isEqualTo(offer);
    Held passed = (Held) accepted(offered.passOn("p2", "王", NOW));
    assertThat(passed.place()).isEqualTo(HELD.place());
    assertThat(passed.booking().ticketNumber()).isEqualTo(BOOKING.ticketNumber());
    assertThat(passed.booking().personId()).isEqualTo("p2");
    assertThat(passed.booking().issue()).isEqualTo(new Issue(1, NOW, null));
    assertThat(IN.passOn("p2", "王", NOW)).isInstanceOf(Decision.Rejected.class);
    assertThat(GONE.passOn("p2", "王", NOW)).isInstanceOf(Decision.Rejected.class);
  }

  @Test
  void a_place_is_given_back_once_and_not_after_coming_in() {
    assertThat(HELD.cancel(By.PERSON, null, NOW)).isEqualTo(new Decision.Accepted(GONE));
    assertThat(GONE.cancel(By.ORGANISER, null, NOW)).isEqualTo(new Decision.Unchanged(GONE));
    assertThat(IN.cancel(By.PERSON, null, NOW))
        .isEqualTo(new Decision.Rejected(new Refusal.AlreadyCheckedIn(NOW)));
    assertThat(IN.cancel(By.EVENT_CANCELLED, null, NOW)).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void registration_has_a_window_that_its_end_does_not_belong_to() {
    assertThat(Admission.refusal(OPEN, null, NOW)).isEmpty();
    assertThat(Admission.refusal(OPEN, null, OPEN.opensAt())).isEmpty();
    assertThat(Admission.refusal(OPEN, null, OPEN.opensAt().minusMillis(1)))
        .contains(new Refusal.NotOpenYet(OPEN.opensAt()));
    assertThat(Admission.refusal(OPEN, null, OPEN.closesAt()))
        .contains(new Refusal.ClosedSince(OPEN.closesAt()));
  }

  @Test
  void teams_have_the_size_that_is_asked_for_and_no_one_twice() {
    Terms.TeamSize two = new Terms.TeamSize(2, 2);
    Terms teams = new Terms(10, OPEN.opensAt(), OPEN.closesAt(), two);
    assertThat(Admission.refusal(teams, null, NOW)).contains(new Refusal.TeamNeeded());
    assertThat(Admission.refusal(OPEN, team("1"), NOW)).contains(new Refusal.TeamNotExpected());
    assertThat(Admission.refusal(teams, team("1"), NOW)).contains(new Refusal.TeamSizeWrong(2, 2));
    assertThat(Admission.refusal(teams, team("1", "2", "3"), NOW))
        .contains(new Refusal.TeamSizeWrong(2, 2));
    assertThat(Admission.refusal(teams, team("1", "1"), NOW)).contains(new Refusal.MemberTwice(1));
    assertThat(Admission.refusal(teams, team("1", "2"), NOW)).isEmpty();
  }

  private static Team team(String... phones) {
    return new Team(
        "一队", List.of(phones).stream().map(phone -> new Team.Member("甲", phone)).toList());
  }

  private static Passage at(Instant time, String scan, ReEntry rule) {
    return new Passage(Map.of("all", rule), time, scan);
  }

  private static Presence inside(String zone, Instant since, String scan) {
    return new Presence(Map.of(zone, new Presence.Stay(true, 1, since, scan, false, since)));
  }

  private static Registration accepted(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    return ((Decision.Accepted) decision).next();
  }
}
