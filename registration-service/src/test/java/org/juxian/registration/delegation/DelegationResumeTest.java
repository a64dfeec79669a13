package org.juxian.registration.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.registration.EventFixture;
import org.juxian.registration.ServiceTest;
import org.juxian.registration.Settings;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.catalogue.EventBook;
import org.juxian.registration.messaging.RegistrationMessages;
import org.juxian.registration.people.Person;
import org.juxian.registration.persistence.DelegationRowStore;
import org.juxian.registration.persistence.DelegationStore;
import org.juxian.registration.persistence.PersonStore;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.RegistrationsOfEvent;
import org.juxian.registration.place.Hold;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Registration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * What was begun by a process that died is brought to its end by another, and no more than that.
 */
@ServiceTest
class DelegationResumeTest {

  private static final AtomicInteger NUMBER =
      new AtomicInteger((int) (System.nanoTime() % 50_000_000));

  @LocalServerPort private int port;
  @Autowired private DelegationStore delegations;
  @Autowired private DelegationRowStore rows;
  @Autowired private DelegationSteps steps;
  @Autowired private QuietPlaces places;
  @Autowired private RowSteps step;
  @Autowired private RegistrationStore registrations;
  @Autowired private RegistrationsOfEvent ofEvent;
  @Autowired private PersonStore people;
  @Autowired private EventBook events;

  @Test
  void a_list_left_at_any_row_is_finished_without_registering_anybody_twice() {
    EventFixture fair = fair(8);
    Delegation delegation = delegation(fair, 8);
    List<DelegationRow> all = rows(delegation, 8);
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      rows.add(all);
      // died after taking a place, before noting it
      places.take(delegation, all.get(0));
      places.take(delegation, all.get(1));
      // died after noting it
      step.hold(delegation, all.get(2));
      // told twice, as if the first time had not been noted
      step.hold(delegation, all.get(3));
      DelegationRow held = rows.find(delegation.id(), all.get(3).line()).orElseThrow();
      step.tell(delegation, held, events.find(fair.id).orElseThrow());
      step.tell(delegation, held, events.find(fair.id).orElseThrow());
      delegations.add(delegation);
      finished(delegation, Delegation.Phase.DONE);
      assertThat(ofEvent.standing(fair.id, null, 100)).hasSize(8);
      assertThat(confirmations(probe, fair)).hasSize(8).doesNotHaveDuplicates();
    }
  }

  @Test
  void several_workers_at_once_do_no_more_than_one() {
    EventFixture fair = fair(20);
    Delegation delegation = delegation(fair, 20);
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      rows.add(rows(delegation, 20));
      delegations.add(delegation);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 4; i++) {
          threads.execute(() -> steps.goOn(delegation));
        }
      }
      finished(delegation, Delegation.Phase.DONE);
      assertThat(ofEvent.standing(fair.id, null, 100)).hasSize(20);
      assertThat(confirmations(probe, fair)).hasSize(20).doesNotHaveDuplicates();
      assertThat(
              probe.heardWithin(Duration.ofMillis(500)).stream()
                  .filter(one -> one.key().equals(delegation.id())))
          .hasSize(1);
    }
  }

  @Test
  void a_list_for_which_places_run_out_leaves_nothing_behind() {
    EventFixture fair = fair(5);
    Delegation delegation = delegation(fair, 6);
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      rows.add(rows(delegation, 6));
      delegations.add(delegation);
      Delegation refused = finished(delegation, Delegation.Phase.REFUSED);
      assertThat(refused.refusal()).isEqualTo(new Delegation.Refused(7, "full"));
      assertThat(ofEvent.standing(fair.id, null, 100)).isEmpty();
      // a slow process takes a place afterwards: it does not stand
      places.take(refused, rows.find(delegation.id(), 2).orElseThrow());
      assertThat(ofEvent.standing(fair.id, null, 100)).hasSize(1);
      steps.release(refused);
      assertThat(ofEvent.standing(fair.id, null, 100)).isEmpty();
      assertThat(confirmations(probe, fair)).isEmpty();
    }
    Api anyone = Api.at(port);
    for (int i = 0; i < 5; i++) {
      anyone
          .as("after-" + i)
          .post("/api/events/" + fair.id + "/registrations", Map.of("ticketTypeId", fair.type()))
          .expect(201);
    }
  }

  @Test
  void without_the_rows_key_the_second_worker_would_refuse_the_list() {
    EventFixture fair = fair(3);
    Delegation delegation = delegation(fair, 1);
    DelegationRow row = rows(delegation, 1).getFirst();
    DelegationRow sameWithAnotherKey =
        new DelegationRow(
            delegation.id(), 99, row.name(), row.phone(), null, Map.of(), row.state(), null);
    assertThat(places.take(delegation, row)).isInstanceOf(QuietPlaces.Taken.Place.class);
    assertThat(places.take(delegation, row)).isEqualTo(places.take(delegation, row));
    assertThat(places.take(delegation, sameWithAnotherKey))
        .isEqualTo(new QuietPlaces.Taken.None("already-registered"));
  }

  @Test
  void a_guest_whose_account_came_meanwhile_is_given_to_it() {
    EventFixture fair = fair(3);
    Delegation delegation = delegation(fair, 1);
    DelegationRow row = rows(delegation, 1).getFirst();
    rows.add(List.of(row));
    step.hold(delegation, row);
    DelegationRow held = rows.find(delegation.id(), row.line()).orElseThrow();
    // the account is stored after the guest was made, and nobody swept since
    String account = EventFixture.newId();
    people.apply(new Person(account, "何敏", row.phone()), 1);
    assertThat(registrations.standing(fair.id, account)).isEmpty();
    step.tell(delegation, held, events.find(fair.id).orElseThrow());
    assertThat(registrations.standing(fair.id, account)).isPresent();
  }

  @Test
  void a_list_that_must_be_approved_says_so_and_later_what_was_decided() {
    EventFixture fair = fair(3);
    Settings.of(fair).type(fair.type(), "needsApproval", true).settle(Api.at(port));
    Delegation delegation = delegation(fair, 3);
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      rows.add(rows(delegation, 3));
      delegations.add(delegation);
      Delegation told = finished(delegation, Delegation.Phase.DECIDING);
      JsonNode finished = heard(probe, "delegation-finished", told.id());
      Contracts.assertValid("registration.delegation-finished.v1", finished);
      assertThat(finished.path("requested").asInt()).isEqualTo(3);
      List<String> ids =
          rows.of(told.id(), 0, 9).stream().map(row -> "" + row.registrationId()).toList();
      ids.forEach(id -> heard(probe, "requested", id));
      assertThat(places(told)).containsExactly("requested", "requested", "requested");
      Api boss = Api.at(port).as("boss", "organiser@" + fair.organisation);
      boss.post("/api/registrations/" + ids.get(0) + "/approve", null).expect(200);
      steps.decide(told);
      assertThat(delegations.find(told.id())).hasValue(told);
      boss.post("/api/registrations/" + ids.get(1) + "/approve", null).expect(200);
      boss.post("/api/registrations/" + ids.get(2) + "/reject", Map.of()).expect(200);
      steps.decide(told);
      steps.decide(told);
      JsonNode decided = heard(probe, "delegation-decided", told.id());
      Contracts.assertValid("registration.delegation-decided.v1", decided);
      assertThat(decided.path("approved").asInt()).isEqualTo(2);
      assertThat(decided.path("rejected").asInt()).isEqualTo(1);
      assertThat(places(finished(told, Delegation.Phase.DONE)))
          .containsExactly("confirmed", "confirmed", "rejected");
    }
  }

  @Test
  void who_is_approved_while_the_list_is_told_is_told_once() {
    EventFixture fair = fair(2);
    Settings.of(fair).type(fair.type(), "needsApproval", true).settle(Api.at(port));
    Delegation delegation = delegation(fair, 2);
    List<DelegationRow> all = rows(delegation, 2);
    rows.add(all);
    all.forEach(row -> step.hold(delegation, row));
    List<String> ids =
        rows.of(delegation.id(), 0, 9).stream().map(row -> "" + row.registrationId()).toList();
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      Api.at(port)
          .as("boss", "organiser@" + fair.organisation)
          .post("/api/registrations/" + ids.getFirst() + "/approve", null)
          .expect(200);
      approveWithoutTheCause(ids.getLast(), fair);
      delegations.add(delegation);
      finished(delegation, Delegation.Phase.DONE);
      heard(probe, "delegation-finished", delegation.id());
      List<String> confirmed = confirmations(probe, fair);
      assertThat(confirmed).as("by the organiser").containsOnlyOnce(ids.getFirst());
      assertThat(confirmed).as("without the guard").filteredOn(ids.getLast()::equals).hasSize(2);
    }
  }

  private void approveWithoutTheCause(String id, EventFixture fair) {
    Saved saved = registrations.find(id).orElseThrow();
    Hold hold = Objects.requireNonNull(saved.hold());
    Registration.Held approved = ((Pending.Requested) saved.registration()).approve(hold, "A0002");
    Event event = events.find(fair.id).orElseThrow();
    registrations.take(
        saved, approved, hold, List.of(RegistrationMessages.confirmed(approved.booking(), event)));
  }

  private List<String> places(Delegation delegation) {
    List<String> places = new ArrayList<>();
    Api.at(port)
        .as("teacher", "school-coordinator@" + delegation.organisationId())
        .get("/api/delegations/" + delegation.id() + "/rows")
        .expect(200)
        .json()
        .path("items")
        .forEach(row -> places.add(row.path("place").asString()));
    return places;
  }

  private static JsonNode heard(MessageProbe probe, String what, String key) {
    return probe.await("registration." + what + ".v1", one -> one.key().equals(key)).data();
  }

  private Delegation finished(Delegation delegation, Delegation.Phase phase) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> delegations.find(delegation.id()).orElseThrow().phase() == phase);
    return delegations.find(delegation.id()).orElseThrow();
  }

  private List<String> confirmations(MessageProbe probe, EventFixture fair) {
    for (Saved saved : ofEvent.standing(fair.id, null, 100)) {
      String id = saved.registration().booking().id();
      probe.await("registration.confirmed.v1", heard -> heard.key().equals(id));
    }
    return probe.heardWithin(Duration.ofMillis(500)).stream()
        .filter(heard -> heard.type().equals("registration.confirmed.v1"))
        .filter(heard -> heard.data().path("eventId").asString().equals(fair.id))
        .map(MessageProbe.Heard::key)
        .toList();
  }

  private EventFixture fair(int capacity) {
    return EventFixture.aFair().withPlaces(capacity).published(Api.at(port));
  }

  private static Delegation delegation(EventFixture fair, int total) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new Delegation(
        EventFixture.newId(),
        1,
        fair.id,
        fair.type(),
        EventFixture.newId(),
        EventFixture.newId(),
        0,
        total,
        Delegation.Phase.HOLDING,
        null,
        now,
        null,
        null);
  }

  private static List<DelegationRow> rows(Delegation delegation, int count) {
    List<DelegationRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          new DelegationRow(
              delegation.id(),
              i + 2,
              "学生" + i,
              "+86139" + (20_000_000 + NUMBER.incrementAndGet()),
              null,
              Map.of(),
              DelegationRow.State.WAITING,
              null));
    }
    return rows;
  }
}
