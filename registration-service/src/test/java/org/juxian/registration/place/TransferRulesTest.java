package org.juxian.registration.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juxian.registration.place.TypeRules.Approval;

class TransferRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
  private static final Instant START = NOW.plus(Duration.ofDays(10));
  private static final String MAIL = "he.min@example.org";

  @Test
  void a_confirmed_ticket_may_go_to_another_until_the_event_begins() {
    assertThat(TransferRules.refusal(held(null), TypeRules.PLAIN, START, NOW)).isEmpty();
    assertThat(TransferRules.refusal(held(null), TypeRules.PLAIN, START, START))
        .contains(new Refusal.EventStarted(START));
    Registration.CheckedIn in =
        new Registration.CheckedIn(held(null).booking(), 1, NOW, Presence.none());
    assertThat(TransferRules.refusal(in, TypeRules.PLAIN, START, NOW))
        .contains(new Refusal.AlreadyCheckedIn(NOW));
  }

  @Test
  void what_the_organiser_gave_to_this_person_stays() {
    for (TypeRules rules :
        List.of(
            rules(Approval.NONE, false, false),
            rules(Approval.HOLDING_A_PLACE, false, true),
            rules(Approval.WITHOUT_A_PLACE, false, true),
            rules(Approval.NONE, true, true))) {
      assertThat(TransferRules.refusal(held(null), rules, START, NOW))
          .contains(new Refusal.NotTransferable());
      assertThat(TransferRules.under(rules, offered(held(null), START)).booking().issue().offer())
          .isNull();
    }
    assertThat(TransferRules.under(TypeRules.PLAIN, offered(held(null), START)))
        .isEqualTo(offered(held(null), START));
    assertThat(TransferRules.refusal(held(new Team("队", List.of())), TypeRules.PLAIN, START, NOW))
        .contains(new Refusal.NotTransferable());
  }

  @Test
  void an_offer_stands_for_its_address_until_its_time_is_over() {
    Instant until = TransferRules.until(START, NOW);
    assertThat(until).isEqualTo(NOW.plus(Duration.ofDays(3)));
    assertThat(TransferRules.until(NOW.plusSeconds(60), NOW)).isEqualTo(NOW.plusSeconds(60));
    Registration offered = offered(held(null), until);
    assertThat(TransferRules.standingFor(offered, List.of(MAIL), NOW)).isPresent();
    assertThat(TransferRules.standingFor(offered, List.of("other@example.org"), NOW)).isEmpty();
    assertThat(TransferRules.standingFor(offered, List.of(MAIL), until)).isEmpty();
    Registration passed = ((Decision.Accepted) offered.passOn("p2", "何敏", NOW)).next();
    assertThat(TransferRules.standing(passed, NOW)).isEmpty();
  }

  @Test
  void an_offer_that_stood_is_ended_by_whatever_takes_the_ticket_away() {
    Registration offered = offered(held(null), START);
    Passage door = new Passage(Map.of("all", ReEntry.NONE), NOW, "s1");
    for (Decision change :
        List.of(
            offered.offer(null),
            offered.offer(new Issue.Offer("o2", "other@example.org", "zh", START)),
            offered.cancel(Registration.Cancelled.By.ORGANISER, null, NOW),
            offered.passOn("p2", "何敏", NOW),
            offered.enter(door))) {
      Registration after = ((Decision.Accepted) change).next();
      assertThat(TransferRules.ended(offered, after, NOW))
          .hasValueSatisfying(offer -> assertThat(offer.address()).isEqualTo(MAIL));
      assertThat(TransferRules.ended(held(null), after, NOW)).as("of no offer").isEmpty();
      assertThat(TransferRules.ended(offered, after, START)).as("it was over").isEmpty();
    }
    assertThat(TransferRules.ended(offered, offered(held(null), START), NOW)).isEmpty();
    assertThat(TransferRules.ended(offered, offered.named("李"), NOW)).isEmpty();
    Registration in = ((Decision.Accepted) offered.enter(door)).next();
    Registration back = ((Decision.Accepted) in.undo("s1")).next();
    assertThat(TransferRules.standing(back, NOW)).as("and does not come back").isEmpty();
  }

  @Test
  void it_is_offered_only_so_often_and_anew_by_whoever_takes_it() {
    Registration registration = held(null);
    for (int i = 0; i < TransferRules.MOST_OFFERS; i++) {
      assertThat(TransferRules.oftenEnough(registration)).isEmpty();
      registration = offered(registration, START);
      registration = ((Decision.Accepted) registration.offer(null)).next();
    }
    assertThat(TransferRules.oftenEnough(registration))
        .contains(new Refusal.OfferedTooOften(TransferRules.MOST_OFFERS));
    Registration passed = ((Decision.Accepted) registration.passOn("p2", "何敏", NOW)).next();
    assertThat(TransferRules.oftenEnough(passed)).isEmpty();
  }

  private static Registration offered(Registration registration, Instant until) {
    Issue.Offer offer = new Issue.Offer("o1", MAIL, "zh", until);
    return ((Decision.Accepted) registration.offer(offer)).next();
  }

  private static Registration.Held held(@Nullable Team team) {
    return new Registration.Held(new Booking("r1", "e1", "t1", "p1", "李晓岚", "A0001", team, NOW), 1);
  }

  private static TypeRules rules(Approval approval, boolean invitationOnly, boolean transferable) {
    return new TypeRules(
        TypeRules.Kind.VISITOR,
        approval,
        invitationOnly,
        Eligibility.ANYBODY,
        null,
        null,
        null,
        transferable);
  }
}
