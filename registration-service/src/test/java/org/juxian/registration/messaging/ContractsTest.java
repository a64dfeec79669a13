package org.juxian.registration.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.juxian.platform.messaging.MessageJson;
import org.juxian.platform.messaging.Outgoing;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.values.Text;
import org.juxian.registration.agenda.Programme;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.delegation.Delegation;
import org.juxian.registration.people.Person;
import org.juxian.registration.place.Booking;
import org.juxian.registration.place.Decision;
import org.juxian.registration.place.Hold;
import org.juxian.registration.place.Issue;
import org.juxian.registration.place.Party;
import org.juxian.registration.place.Pending;
import org.juxian.registration.place.Presence;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Team;
import org.juxian.registration.privacy.Wish;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ContractsTest {

  private static final Event FAIR = event("fair.published.v1");
  private static final Booking LI =
      new Booking(
          "019eb30100017f268162000003010001",
          FAIR.id(),
          FAIR.ticketTypes().getFirst().id(),
          "019eb1020001754b8bbd000001020001",
          "李晓岚",
          "0137",
          null,
          Instant.EPOCH);

  @Test
  void confirmed_is_as_agreed() {
    Event competition = event("competition.published.v1");
    Booking team =
        new Booking(
            "019eb30100027f278169000003010002",
            competition.id(),
            competition.ticketTypes().getFirst().id(),
            "019eb1020002754c8bc4000001020002",
            "陈思远",
            "0007",
            new Team(
                "启明一队",
                List.of(
                    new Team.Member("陈思远", "+8613800000002"),
                    new Team.Member("Wang Lei", "+8613800000003"))),
            Instant.EPOCH);
    Contracts.assertProduces(
        "registration.confirmed.v1", RegistrationMessages.confirmed(team, competition).data());
  }

  @Test
  void cancelled_is_as_agreed() {
    Registration.Cancelled cancelled =
        new Registration.Cancelled(
            LI,
            Registration.Cancelled.By.EVENT_CANCELLED,
            new Text("因台风预警，活动取消。", "Cancelled because of a typhoon warning."),
            Instant.EPOCH);
    Contracts.assertProduces(
        "registration.cancelled.v1", RegistrationMessages.cancelled(cancelled, FAIR).data());
  }

  @Test
  void event_changed_is_as_agreed() {
    EventMessage changed = Contracts.read("fair.changed.v1", EventMessage.class);
    assertThat(changed.changes()).containsExactly("time", "venue");
    Contracts.assertProduces(
        "registration.event-changed.v1",
        RegistrationMessages.eventChanged(LI, changed.toEvent(2), changed.changes()).data());
  }

  @Test
  void reminder_due_is_as_agreed() {
    Contracts.assertProduces(
        "registration.reminder-due.v1", RegistrationMessages.reminderDue(LI, FAIR).data());
  }

  @Test
  void what_is_told_before_a_registration_is_confirmed_is_as_agreed() {
    Instant until = Instant.parse("2026-12-08T10:00:00Z");
    Pending.Waiting one = new Pending.Waiting(LI, Party.ONE, 0);
    Pending.Offered offered = one.offer(Hold.of(137), "A0137", until);
    Contracts.assertProduces(
        "registration.requested.v1", PendingMessages.requested(LI, FAIR).data());
    Contracts.assertProduces(
        "registration.rejected.v1",
        PendingMessages.rejected(
                new Registration.Cancelled(
                    LI,
                    Registration.Cancelled.By.REJECTED,
                    new Text("媒体证已发完。", "All press passes are given out."),
                    Instant.EPOCH),
                FAIR)
            .data());
    Contracts.assertProduces(
        "registration.place-offered.v1", PendingMessages.placeOffered(offered, FAIR).data());
    Contracts.assertProduces(
        "registration.offer-expired.v1", PendingMessages.offerExpired(offered, FAIR).data());
    Team group =
        new Team(
            "启明职校",
            List.of(
                new Team.Member("李晓岚", "+8613800000001"),
                new Team.Member("Wang Lei", "+8613800000003")));
    Contracts.assertProduces(
        "registration.waiting-joined.v1",
        PendingMessages.waitingJoined(
                new Pending.Waiting(LI.of(group), new Party(2, 2), 0), FAIR, 3)
            .data());
  }

  @Test
  void a_ticket_that_is_offered_is_told_of_as_agreed() {
    String address = "he.min@example.org";
    Instant until = Instant.parse("2026-12-08T10:00:00Z");
    Issue.Offer offer = new Issue.Offer("x", address, "zh", until);
    Registration held = new Registration.Held(LI, 1);
    Registration offered = ((Decision.Accepted) held.offer(offer)).next();
    for (Outgoing told :
        List.of(
            TransferMessages.offered(LI, FAIR, offer).getFirst(),
            TransferMessages.withdrawn(offered, held, FAIR, Instant.EPOCH).getFirst(),
            TransferMessages.declined(LI, FAIR))) {
      Contracts.assertProduces(told.type(), told.data());
    }
  }

  @Test
  void checked_in_is_as_agreed() {
    Registration.CheckedIn in =
        new Registration.CheckedIn(LI, 137, Instant.parse("2026-12-12T00:52:17Z"), Presence.none());
    Contracts.assertProduces(
        "registration.checked-in.v1", RegistrationMessages.checkedIn(in).data());
  }

  @Test
  void guests_are_told_of_as_agreed() {
    Person guest = new Person("019eb30100307f458188000003010030", "梁嘉怡", "+8613800000021");
    Contracts.assertProduces("registration.guest-known.v1", GuestMessages.known(guest).data());
    Contracts.assertProduces(
        "registration.guest-claimed.v1",
        GuestMessages.claimed(guest, "019eb1020003754d8bcb000001020003").data());
  }

  @Test
  void a_finished_delegation_is_as_agreed() {
    Delegation refused =
        new Delegation(
            "019eb30100407f4f818d000003010040",
            3,
            FAIR.id(),
            FAIR.ticketTypes().getFirst().id(),
            "019eb101000475298b74000001010004",
            "019eb1020003754d8bcb000001020003",
            1,
            120,
            Delegation.Phase.REFUSED,
            new Delegation.Refused(97, "full"),
            Instant.EPOCH,
            Instant.EPOCH,
            null);
    Contracts.assertProduces(
        "registration.delegation-finished.v1",
        DelegationMessages.finished(refused, FAIR, 0).data());
    Delegation done = refused.in(Delegation.Phase.DECIDING, null, null);
    Contracts.assertProduces(
        "registration.delegation-decided.v1",
        DelegationMessages.decided(done, FAIR, 112, 6).data());
  }

  @Test
  void what_people_ask_of_their_data_is_as_agreed() {
    for (Wish.Kind kind : Wish.Kind.values()) {
      Outgoing asked =
          PrivacyMessages.requested(
              new Wish(
                  "019eb30100507f56819a000003010050",
                  1,
                  "019eb1020001754b8bbd000001020001",
                  kind,
                  Instant.EPOCH,
                  Map.of()));
      Contracts.assertProduces(asked.type(), asked.data());
    }
    assertThat(Contracts.read("privacy.answered.v1", PrivacyAnswers.Answered.class).service())
        .isEqualTo("notification");
  }

  @Test
  void what_others_tell_can_be_read() {
    for (String kind : List.of("fair", "competition", "forum")) {
      assertThat(event(kind + ".published.v1").kind()).isEqualTo(kind);
      assertThat(Contracts.read(kind + ".changed.v1", EventMessage.class).changes()).isNotEmpty();
      assertThat(Contracts.read(kind + ".cancelled.v1", EventCancelledMessage.class).eventId())
          .hasSize(32);
    }
    assertThat(event("competition.published.v1").ticketTypes().getFirst().terms().team())
        .isNotNull();
    HeatMessage heat = Contracts.read("competition.heat-scheduled.v1", HeatMessage.class);
    assertThat(heat.places()).containsValues("W01", "W02");
    assertThat(heat.toItem(3).title().en()).contains("Robot");
    assertThat(
            Contracts.read("competition.heat-cancelled.v1", HeatMessage.Cancelled.class).heatId())
        .isEqualTo(heat.heatId());
    InterviewMessage interview = Contracts.read("fair.interview-booked.v1", InterviewMessage.class);
    assertThat(interview.places().values()).containsExactly("A07 #2");
    assertThat(interview.toItem(3).title().en()).startsWith("Interview: ");
    assertThat(
            Contracts.read("fair.interview-ended.v1", InterviewMessage.Ended.class).interviewId())
        .isEqualTo(interview.interviewId());
    assertThat(Contracts.read("identity.organisation-changed.v1", OrganisationMessage.class).kind())
        .isNotBlank();
    PersonMessage person = Contracts.read("identity.person-changed.v1", PersonMessage.class);
    assertThat(person.phone()).isEqualTo("+8613800000001");
    ObjectNode dash = (ObjectNode) Contracts.example("identity.person-changed.v1");
    dash.put("name", "-").remove("phone");
    assertThat(person(dash).isForgotten()).as("called so, and there").isFalse();
    assertThat(person(dash.put("forgotten", true)).isForgotten()).isTrue();
    Contracts.assertValid("identity.person-changed.v1", dash);
  }

  @Test
  void a_forums_agenda_is_read_where_it_is_told_and_left_alone_where_not() {
    for (String type : List.of("forum.published.v1", "forum.changed.v1")) {
      ObjectNode told = (ObjectNode) Contracts.example(type);
      told.put("later", true);
      ((ObjectNode) told.path("sessions").path(0)).put("language", "zh");
      Programme programme = read(told).toProgramme(7).orElseThrow();
      assertThat(programme.sequence()).isEqualTo(7);
      assertThat(programme.sessions()).hasSize(2);
      assertThat(programme.sessions().getFirst().room().en()).isEqualTo("Main hall");
      assertThat(programme.sessions().getFirst().speakers())
          .containsExactly(new Text("黄志远", "Huang Zhiyuan"));
      ((ObjectNode) told.path("sessions").path(0)).remove("speakers");
      assertThat(read(told).toProgramme(7).orElseThrow().sessions().getFirst().speakers())
          .isEmpty();
      told.remove("sessions");
      assertThat(read(told).toProgramme(7)).isEmpty();
    }
  }

  @Test
  void an_agenda_of_300_sessions_is_read() {
    ObjectNode told = (ObjectNode) Contracts.example("forum.published.v1");
    ArrayNode sessions = (ArrayNode) told.path("sessions");
    while (sessions.size() < 300) {
      sessions.add(
          ((ObjectNode) sessions.get(0).deepCopy()).put("id", "%032x".formatted(sessions.size())));
    }
    Contracts.assertValid("forum.published.v1", told);
    assertThat(read(told).toProgramme(1).orElseThrow().sessions()).hasSize(300);
  }

  private static PersonMessage person(JsonNode told) {
    return MessageJson.mapper().treeToValue(told, PersonMessage.class);
  }

  private static EventMessage read(JsonNode told) {
    return MessageJson.mapper().treeToValue(told, EventMessage.class);
  }

  private static Event event(String type) {
    return Contracts.read(type, EventMessage.class).toEvent(1);
  }
}
