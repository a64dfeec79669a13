package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.juxian.registration.EventFixture.aFair;
import static org.juxian.registration.EventFixture.aTeamCompetition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.MessageProbe;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class RegisteringTest {

  @LocalServerPort private int port;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  @Test
  void a_person_registers_sees_the_ticket_and_gives_it_back() {
    EventFixture fair = aFair().withPlaces(2).published(anyone);
    String person = EventFixture.newId();
    Api li = anyone.as(person);
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      Api.Answer made = register(li, fair).expect(201);
      JsonNode registration = made.json();
      String id = registration.path("id").asString();
      assertThat(made.header("Location")).isEqualTo("/api/registrations/" + id);
      assertThat(registration.path("status").asString()).isEqualTo("confirmed");
      assertThat(registration.path("ticket").path("token").asString()).startsWith("JX1.");
      assertThat(registration.path("ticketType").path("name").path("en").asString())
          .isEqualTo("Job seeker");
      MessageProbe.Heard confirmed =
          probe.await("registration.confirmed.v1", heard -> heard.key().equals(id));
      Contracts.assertValid("registration.confirmed.v1", confirmed.data());
      assertThat(page(fair, li).path("mine").asString()).isEqualTo(id);
      assertThat(page(fair, li).path("taken").asInt()).isEqualTo(1);
      assertThat(li.get("/api/registrations/mine").expect(200).json().path("items")).hasSize(1);
      assertThat(li.get("/api/registrations/" + id).expect(200).json()).isEqualTo(registration);
      assertThat(li.get("/api/registrations/" + id + "/qr.svg").expect(200).text())
          .startsWith("<svg");
      JsonNode gone = li.post("/api/registrations/" + id + "/cancel", null).expect(200).json();
      assertThat(gone.path("status").asString()).isEqualTo("cancelled");
      assertThat(gone.path("ticket").has("token")).isFalse();
      li.post("/api/registrations/" + id + "/cancel", null).expect(200);
      MessageProbe.Heard cancelled =
          probe.await("registration.cancelled.v1", heard -> heard.key().equals(id));
      Contracts.assertValid("registration.cancelled.v1", cancelled.data());
      assertThat(cancelled.data().path("cause").asString()).isEqualTo("person");
      li.get("/api/registrations/" + id + "/qr.svg").expectProblem(409, "ticket-cancelled");
      assertThat(page(fair, li).has("mine")).isFalse();
      register(li, fair).expect(201);
    }
  }

  @Test
  void what_is_anothers_is_not_to_be_seen_except_by_the_organiser() {
    EventFixture fair = aFair().withPlaces(2).published(anyone);
    String id = register(anyone.as("li"), fair).expect(201).json().path("id").asString();
    Api other = anyone.as("other", "organiser@" + EventFixture.newId());
    other.get("/api/registrations/" + id).expectProblem(404, "not-found");
    other.post("/api/registrations/" + id + "/cancel", null).expectProblem(404, "not-found");
    other.get("/api/events/" + fair.id + "/registrations").expectProblem(403, "not-allowed");
    Api organiser = anyone.as("boss", "organiser@" + fair.organisation);
    organiser.get("/api/registrations/" + id).expect(200);
    organiser.post("/api/registrations/" + id + "/cancel", null).expect(200);
  }

  @Test
  void refusals_say_why() {
    EventFixture fair =
        aFair()
            .withPlaces(1)
            .openingAt(Instant.now().plusSeconds(3600))
            .openingAt(Instant.now().minus(Duration.ofDays(9)))
            .published(anyone);
    JsonNode first = register(anyone.as("p1"), fair).expect(201).json();
    Api.Answer again = register(anyone.as("p1"), fair).expectProblem(409, "already-registered");
    assertThat(again.json().path("registrationId")).isEqualTo(first.path("id"));
    register(anyone.as("p2"), fair).expectProblem(409, "full");
    register(anyone.as("p2"), fair, fair.type(1)).expectProblem(409, "not-open");
    register(anyone.as("p2"), fair, fair.type(2)).expectProblem(409, "not-open");
    assertThat(
            register(anyone.as("p2"), fair, EventFixture.newId())
                .expectProblem(422, "invalid")
                .faultyFields())
        .containsExactly("ticketTypeId");
    anyone.as("p2").post("/api/events/unknown/registrations", wish("x")).expect(404);
    assertThat(page(fair, anyone).path("status").asString()).isEqualTo("full");
    anyone
        .as("p1")
        .post("/api/registrations/" + first.path("id").asString() + "/cancel", null)
        .expect(200);
    register(anyone.as("p2"), fair).expect(201);
  }

  @Test
  void a_repeated_request_gets_what_the_first_one_made() {
    EventFixture fair = aFair().withPlaces(1).withPlaces(5).published(anyone);
    Api keyed = anyone.as("p1").with("Idempotency-Key", "k-1");
    Api.Answer first = register(keyed, fair).expect(201);
    Api.Answer second = register(keyed, fair).expect(201);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    register(keyed, fair, fair.type(1)).expectProblem(422, "idempotency-mismatch");
    register(anyone.as("p1").with("Idempotency-Key", "k-2"), fair)
        .expectProblem(409, "already-registered");
    register(anyone.as("p1").with("Idempotency-Key", "not a key"), fair)
        .expectProblem(400, "invalid");
    String id = first.json().path("id").asString();
    keyed.post("/api/registrations/" + id + "/cancel", null).expect(200);
    assertThat(register(keyed, fair).expect(201).json()).isEqualTo(first.json());
  }

  @Test
  void a_team_registers_by_its_captain() {
    EventFixture competition = aTeamCompetition(5).published(anyone);
    Map<String, Object> li = Map.of("name", "李", "phone", "13800000001");
    Map<String, Object> wang = Map.of("name", "Wang", "phone", "+8613800000002");
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      JsonNode made =
          anyone
              .as("captain")
              .post(path(competition), team(competition, List.of(li, wang)))
              .expect(201)
              .json();
      MessageProbe.Heard heard =
          probe.await(
              "registration.confirmed.v1", one -> one.key().equals(made.path("id").asString()));
      assertThat(heard.data().path("team").path("members").path(0).path("phone").asString())
          .isEqualTo("+8613800000001");
    }
    assertFaulty(competition, team(competition, List.of(li)), "team.members");
    assertFaulty(competition, team(competition, List.of(li, li)), "team.members[1].phone");
    assertFaulty(competition, wish(competition.type()), "team");
    assertFaulty(
        competition,
        team(competition, List.of(li, Map.of("name", "x", "phone", "12"))),
        "team.members[1].phone");
  }

  @Test
  void names_follow_what_identity_service_tells() {
    EventFixture fair = aFair().withPlaces(2).published(anyone);
    String person = EventFixture.newId();
    register(anyone.as(person), fair).expect(201);
    MessageProbe.publish(
        "juxian.identity",
        "identity.person-changed.v1",
        person,
        7,
        Map.of("personId", person, "name", "李新名", "language", "zh", "grants", List.of()));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> rows(fair, "?query=新名").path(0).path("name").asString(""), "李新名"::equals);
    EventFixture next = aFair().withPlaces(2).published(anyone);
    register(anyone.as(person), next).expect(201);
    assertThat(rows(next, "").path(0).path("name").asString(""))
        .as("the token keeps the name of the sign-in; the newer one counts")
        .isEqualTo("李新名");
  }

  @Test
  void the_organiser_lists_searches_and_pages() {
    EventFixture fair = aFair().withPlaces(9).published(anyone);
    for (String person : List.of("zhang", "zhao", "qian")) {
      register(anyone.as(person), fair).expect(201);
    }
    assertThat(rows(fair, "")).hasSize(3);
    assertThat(rows(fair, "?query=ZH")).hasSize(2);
    assertThat(rows(fair, "?status=cancelled")).isEmpty();
    Api organiser = anyone.as("boss", "organiser@" + fair.organisation);
    JsonNode part = organiser.get(path(fair) + "?limit=2").expect(200).json();
    assertThat(part.path("items")).hasSize(2);
    JsonNode rest =
        organiser
            .get(path(fair) + "?limit=2&cursor=" + part.path("next").asString())
            .expect(200)
            .json();
    assertThat(rest.path("items")).hasSize(1);
    assertThat(rest.has("next")).isFalse();
    organiser.get(path(fair) + "?status=x").expectProblem(400, "invalid");
  }

  private JsonNode rows(EventFixture event, String query) {
    return anyone
        .as("boss", "organiser@" + event.organisation)
        .get(path(event) + query.replace("新名", "%E6%96%B0%E5%90%8D"))
        .expect(200)
        .json()
        .path("items");
  }

  private void assertFaulty(EventFixture event, Object body, String field) {
    assertThat(
            anyone
                .as(EventFixture.newId())
                .post(path(event), body)
                .expectProblem(422, "invalid")
                .faultyFields())
        .containsExactly(field);
  }

  private static JsonNode page(EventFixture event, Api caller) {
    return caller.get("/api/events/" + event.id).expect(200).json();
  }

  private static Api.Answer register(Api caller, EventFixture event) {
    return register(caller, event, event.type());
  }

  private static Api.Answer register(Api caller, EventFixture event, String type) {
    return caller.post(path(event), wish(type));
  }

  private static Map<String, Object> wish(String type) {
    return Map.of("ticketTypeId", type);
  }

  private static Map<String, Object> team(EventFixture event, List<Map<String, Object>> members) {
    return Map.of("ticketTypeId", event.type(), "team", Map.of("name", "一队", "members", members));
  }

  private static String path(EventFixture event) {
    return "/api/events/" + event.id + "/registrations";
  }
}
