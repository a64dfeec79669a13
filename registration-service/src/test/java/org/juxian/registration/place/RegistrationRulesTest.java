package org.juxian.registration.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
  private static final CheckedIn IN = new CheckedIn(BOOKING, 1, NOW);
  private static final Cancelled GONE = new Cancelled(BOOKING, By.PERSON, null, NOW);
  private static final Terms OPEN =
      new Terms(10, NOW.minusSeconds(1), NOW.plus(Duration.ofHours(1)), null);

  @Test
  void who_holds_a_place_is_let_in_once() {
    assertThat(HELD.checkIn(NOW)).isEqualTo(new Decision.Accepted(IN));
    assertThat(IN.checkIn(NOW.plusSeconds(5)))
        .isEqualTo(new Decision.Rejected(new Refusal.AlreadyCheckedIn(NOW)));
    assertThat(GONE.checkIn(NOW)).isEqualTo(new Decision.Rejected(new Refusal.TicketCancelled()));
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
}
