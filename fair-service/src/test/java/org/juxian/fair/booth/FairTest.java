package org.juxian.fair.booth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.fair.booth.FairFixture.APPLICATION;
import static org.juxian.fair.booth.FairFixture.NOW;
import static org.juxian.fair.booth.FairFixture.asInTheExamples;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.juxian.event.EventDetails;
import org.juxian.event.Refusal;
import org.juxian.fair.web.Requests;

/** The rules of who stands where. */
class FairTest {

  private static final String OTHER = "019eb20100217a468742000002010099";

  private static FairFixture withAnother(String licence) {
    return asInTheExamples().applied(OTHER, "another", "Another", licence);
  }

  private static FairRefusal refused(FairDecision decision) {
    assertThat(decision).isInstanceOf(FairDecision.Refused.class);
    return ((FairDecision.Refused) decision).why();
  }

  private static FairDecision assign(FairFixture fixture, String application, String booth) {
    return fixture.fair().assign(application, OptionalLong.empty(), booth, NOW);
  }

  @Test
  void two_companies_never_hold_one_booth() {
    FairFixture one = withAnother(Requests.licence(7)).assignedTo("A01");
    assertThat(refused(assign(one, OTHER, "A01")))
        .isEqualTo(new FairRefusal.BoothTaken("A01", "佛山市南海启明精密机械有限公司"));
    assertThat(assign(one.assignedTo("A02"), OTHER, "A01"))
        .isInstanceOf(FairDecision.Accepted.class);
  }

  @Test
  void a_company_holds_as_many_booths_as_it_may_whoever_applies_for_it() {
    FairFixture same = withAnother("914403001922038216").assignedTo("A01");
    assertThat(refused(assign(same, OTHER, "A02")))
        .isEqualTo(new FairRefusal.CompanyLimit("Another", 1, "A01"));
    FairFixture two =
        same.afterwards(
            one ->
                one.fair()
                    .edit(
                        OptionalLong.empty(),
                        one.fair().event().details(),
                        one.fair().plan().halls(),
                        2,
                        NOW));
    assertThat(assign(two, OTHER, "A02")).isInstanceOf(FairDecision.Accepted.class);
  }

  @Test
  void the_same_booth_again_changes_and_tells_nothing() {
    FairFixture one = asInTheExamples().assignedTo("A01");
    FairDecision.Accepted again = (FairDecision.Accepted) assign(one, APPLICATION, "A01");
    assertThat(again.fair()).isEqualTo(one.fair());
    assertThat(again.facts()).isEmpty();
  }

  @Test
  void what_is_closed_stays_closed() {
    FairFixture rejected =
        asInTheExamples()
            .afterwards(one -> one.fair().reject(APPLICATION, OptionalLong.of(1), "No", NOW));
    assertThat(refused(assign(rejected, APPLICATION, "A01")))
        .isEqualTo(new FairRefusal.ApplicationClosed());
    assertThat(refused(rejected.fair().withdraw(APPLICATION, OptionalLong.empty(), null, NOW)))
        .isEqualTo(new FairRefusal.ApplicationClosed());
  }

  @Test
  void a_booth_is_withdrawn_not_rejected_away() {
    FairFixture one = asInTheExamples().assignedTo("A01");
    assertThat(refused(one.fair().reject(APPLICATION, OptionalLong.empty(), "No", NOW)))
        .isEqualTo(new FairRefusal.HoldsBooth("A01"));
    assertThat(refused(one.fair().reject(APPLICATION, OptionalLong.of(1), "No", NOW)))
        .isEqualTo(new FairRefusal.Stale());
  }

  @Test
  void a_booth_that_is_held_stays_on_the_floor() {
    FairFixture one = asInTheExamples().assignedTo("A01");
    Hall hall = one.fair().plan().halls().getFirst();
    Hall less = new Hall(hall.id(), hall.name(), 9, 2, hall.booths().subList(1, 9));
    EventDetails details = one.fair().event().details();
    assertThat(refused(one.fair().edit(OptionalLong.empty(), details, List.of(less), 1, NOW)))
        .isEqualTo(new FairRefusal.BoothInUse("A01", "佛山市南海启明精密机械有限公司"));
  }

  @Test
  void a_fair_that_is_over_or_called_off_gives_out_nothing() {
    FairFixture one = asInTheExamples();
    assertThat(
            refused(
                one.fair()
                    .assign(
                        APPLICATION, OptionalLong.empty(), "A01", NOW.plus(Duration.ofDays(40)))))
        .isEqualTo(new FairRefusal.Event(new Refusal.Over()));
    FairFixture off = one.afterwards(it -> it.fair().cancel(OptionalLong.empty(), null, NOW));
    assertThat(refused(assign(off, APPLICATION, "A01")))
        .isEqualTo(new FairRefusal.Event(new Refusal.Cancelled()));
    assertThat(off.fair().plan().applications().values())
        .allMatch(application -> !application.standing().isLive());
  }

  @Test
  void exhibitors_hear_of_time_and_venue_and_of_nothing_else() {
    FairFixture one = asInTheExamples().assignedTo("A01");
    EventDetails before = one.fair().event().details();
    EventDetails titled =
        new EventDetails(
            before.organisationId(),
            FairFixture.text("新名", "New name"),
            before.summary(),
            before.period(),
            before.venue(),
            before.ticketTypes());
    assertThat(((FairDecision.Accepted) one.edited(titled)).facts()).isEmpty();
    assertThat(((FairDecision.Accepted) one.moved()).facts())
        .singleElement()
        .isInstanceOf(BoothFact.FairChanged.class);
  }
}
