package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.juxian.registration.EventFixture.aFair;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.MessageProbe;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What an organiser settles, and how it holds. */
@ServiceTest
class AdmissionTest {

  @LocalServerPort private int port;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  @Test
  void settings_are_changed_by_one_at_a_time_and_say_what_is_wrong() {
    EventFixture fair = aFair().withPlaces(5).withPlaces(5).published(anyone);
    Api organiser = organiser(fair);
    String path = "/api/events/" + fair.id + "/admission";
    assertThat(organiser.get(path).expect(200).header("ETag")).isEqualTo("\"0\"");
    JsonNode settled =
        Settings.of(fair)
            .type(fair.type(), "kind", "exhibitor-staff", "perPersonLimit", 2)
            .quota(7, fair.type(), fair.type(1))
            .with("waiting", Map.of("offerHours", 4, "partialGroups", true))
            .with("perPersonLimit", 3)
            .put(anyone)
            .expect(200)
            .json();
    assertThat(settled.path("version").asInt()).isEqualTo(1);
    assertThat(settled.path("quotas").path(0).path("id").asString()).hasSize(32);
    assertThat(settled.path("waiting").path("workingHours").path("from").asString())
        .isEqualTo("09:00");
    Map<String, Object> body = Settings.of(fair).body();
    organiser.send("PUT", path, body).expectProblem(428, "precondition-required");
    organiser.with("If-Match", "\"0\"").send("PUT", path, body).expectProblem(412, "stale");
    anyone.as("li", "organiser@" + EventFixture.newId()).get(path).expect(403);
    assertThat(faulty(Settings.of(fair).type("x"))).containsExactly("types[0].typeId");
    assertThat(faulty(Settings.of(fair).type(fair.type(), "kind", "king")))
        .containsExactly("types[0].kind");
    assertThat(faulty(Settings.of(fair).type(fair.type()).type(fair.type())))
        .containsExactly("types[1].typeId");
    assertThat(faulty(Settings.of(fair).quota(0, fair.type())))
        .containsExactly("quotas[0].capacity");
    assertThat(faulty(Settings.of(fair).quota(3, fair.type(), "x")))
        .containsExactly("quotas[0].typeIds[1]");
    JsonNode type = page(fair).path("ticketTypes").path(0);
    assertThat(type.path("kind").asString()).isEqualTo("exhibitor-staff");
    assertThat(page(fair).path("waitingList").asBoolean()).isTrue();
    assertThat(page(fair).path("partialGroups").asBoolean()).isTrue();
    assertThat(page(fair).path("perPersonLimit").asInt()).isEqualTo(3);
  }

  @Test
  void types_that_share_a_quota_are_full_together() {
    EventFixture fair = aFair().withPlaces(5).withPlaces(5).withPlaces(5).published(anyone);
    Settings.of(fair).quota(3, fair.type(), fair.type(1)).settle(anyone);
    String first = id(register(fair, "a1", fair.type()).expect(201));
    register(fair, "a2", fair.type(1)).expect(201);
    register(fair, "a3", fair.type()).expect(201);
    register(fair, "a4", fair.type(1)).expectProblem(409, "full");
    register(fair, "a5", fair.type(2)).expect(201);
    as("a1").post("/api/registrations/" + first + "/cancel", null).expect(200);
    register(fair, "a4", fair.type(1)).expect(201);
    register(fair, "a6", fair.type()).expectProblem(409, "full");
  }

  @Test
  void a_quota_laid_over_what_stands_counts_it_and_what_is_over_only_shrinks() {
    EventFixture fair = aFair().withPlaces(9).withPlaces(9).published(anyone);
    Map<String, String> ids = new HashMap<>();
    for (String person : List.of("b1", "b2", "b3", "b4")) {
      ids.put(person, id(register(fair, person, fair.type()).expect(201)));
    }
    Settings.of(fair).quota(3, fair.type(), fair.type(1)).settle(anyone);
    register(fair, "b5", fair.type(1)).expectProblem(409, "full");
    cancel(ids, "b1");
    register(fair, "b5", fair.type(1)).expectProblem(409, "full");
    cancel(ids, "b2");
    register(fair, "b5", fair.type(1)).expect(201);
    register(fair, "b6", fair.type()).expectProblem(409, "full");
    Settings.of(fair).settle(anyone);
    register(fair, "b6", fair.type()).expect(201);
  }

  @Test
  void a_person_has_as_many_as_the_event_and_the_type_allow() {
    EventFixture fair = aFair().withPlaces(9).withPlaces(9).published(anyone);
    Settings.of(fair)
        .with("perPersonLimit", 3)
        .type(fair.type(1), "perPersonLimit", 1)
        .settle(anyone);
    register(fair, "c1", fair.type(1)).expect(201);
    register(fair, "c1", fair.type(1)).expectProblem(409, "limit-reached");
    String second = id(register(fair, "c1", fair.type()).expect(201));
    register(fair, "c1", fair.type()).expect(201);
    register(fair, "c1", fair.type()).expectProblem(409, "limit-reached");
    as("c1").post("/api/registrations/" + second + "/cancel", null).expect(200);
    register(fair, "c1", fair.type()).expect(201);
  }

  @Test
  void who_lacks_what_a_type_asks_for_is_told_what() {
    EventFixture fair = aFair().withPlaces(9).published(anyone);
    String school = EventFixture.newId();
    MessageProbe.publish(
        "juxian.identity",
        "identity.organisation-changed.v1",
        school,
        1,
        Map.of(
            "organisationId",
            school,
            "kind",
            "college-or-school",
            "name",
            Map.of("zh", "校", "en", "School")));
    Settings.of(fair)
        .type(
            fair.type(),
            "eligibility",
            Map.of(
                "roles", List.of("speaker", "school-coordinator"),
                "organisationKinds", List.of("college-or-school")))
        .settle(anyone);
    Api.Answer refused = register(fair, "d1", fair.type()).expectProblem(403, "not-eligible");
    assertThat(refused.faultyFields()).containsExactly("ticketTypeId");
    Api coordinator = anyone.as("d2", "school-coordinator@" + school);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> coordinator.post(path(fair), wish(fair.type())).status() == 201);
    anyone
        .as("d3", "speaker@" + EventFixture.newId())
        .post(path(fair), wish(fair.type()))
        .expectProblem(403, "not-eligible");
  }

  @Test
  void a_code_opens_its_type_as_often_as_it_may_until_it_is_over_or_revoked() {
    EventFixture fair = aFair().withPlaces(9).published(anyone);
    Settings.of(fair).type(fair.type(), "invitationOnly", true).settle(anyone);
    String codes = "/api/events/" + fair.id + "/invitations";
    Map<String, Object> twice =
        Map.of(
            "ticketTypeId", fair.type(),
            "uses", 2,
            "expiresAt", Instant.now().plus(Duration.ofDays(1)));
    JsonNode made = organiser(fair).post(codes, twice).expect(201).json();
    String code = made.path("code").asString();
    assertThat(register(fair, "e1", fair.type()).expectProblem(422, "invalid").faultyFields())
        .containsExactly("code");
    registerBy(fair, "e1", "WRONG-CODE1").expectProblem(422, "invalid");
    String typed =
        code.substring(0, 5).toLowerCase(java.util.Locale.ROOT) + "-" + code.substring(5);
    String first = id(registerBy(fair, "e1", typed).expect(201));
    registerBy(fair, "e2", code).expect(201);
    registerBy(fair, "e3", code).expectProblem(409, "code-used-up");
    as("e1").post("/api/registrations/" + first + "/cancel", null).expect(200);
    registerBy(fair, "e3", code).expect(201);
    assertThat(
            organiser(fair)
                .get(codes)
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("used")
                .asInt())
        .isEqualTo(2);
    organiser(fair).post(codes + "/" + made.path("id").asString() + "/revoke", null).expect(200);
    registerBy(fair, "e4", code).expectProblem(422, "invalid");
    Map<String, Object> past = new HashMap<>(twice);
    past.put("expiresAt", Instant.now().minusSeconds(5));
    assertThat(organiser(fair).post(codes, past).expectProblem(422, "invalid").faultyFields())
        .containsExactly("expiresAt");
  }

  @Test
  void a_request_waits_for_the_organiser_with_its_place_or_without() {
    EventFixture fair = aFair().withPlaces(1).withPlaces(1).published(anyone);
    Settings.of(fair)
        .type(fair.type(), "needsApproval", true)
        .type(fair.type(1), "needsApproval", true, "requestHoldsPlace", false)
        .settle(anyone);
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      JsonNode asked = register(fair, "f1", fair.type()).expect(201).json();
      assertThat(asked.path("status").asString()).isEqualTo("requested");
      assertThat(asked.has("ticket")).isFalse();
      String id = asked.path("id").asString();
      Contracts.assertValid(
          "registration.requested.v1",
          probe.await("registration.requested.v1", one -> one.key().equals(id)).data());
      register(fair, "f2", fair.type()).expectProblem(409, "full");
      as("f1").post("/api/registrations/" + id + "/approve", null).expect(403);
      assertThat(approve(fair, id).expect(200).json().path("status").asString())
          .isEqualTo("confirmed");
      approve(fair, id).expect(200);
      probe.await("registration.confirmed.v1", one -> one.key().equals(id));
      String g1 = id(register(fair, "g1", fair.type(1)).expect(201));
      String g2 = id(register(fair, "g2", fair.type(1)).expect(201));
      approve(fair, g2).expect(200);
      approve(fair, g1).expectProblem(409, "full");
      Map<String, Object> why = Map.of("reason", Map.of("zh", "满", "en", "Full"));
      organiser(fair).post("/api/registrations/" + g1 + "/reject", why).expect(200);
      assertThat(
              probe
                  .await("registration.rejected.v1", one -> one.key().equals(g1))
                  .data()
                  .path("reason")
                  .path("en")
                  .asString())
          .isEqualTo("Full");
      organiser(fair)
          .post("/api/registrations/" + g2 + "/reject", why)
          .expectProblem(409, "not-requested");
      assertThat(as("g1").get("/api/registrations/" + g1).json().path("status").asString())
          .isEqualTo("rejected");
      JsonNode listed = organiser(fair).get(path(fair) + "?status=rejected").expect(200).json();
      assertThat(listed.path("items").size()).isEqualTo(1);
      assertThat(listed.at("/items/0/id").asString()).isEqualTo(g1);
      assertThat(listed.at("/items/0/status").asString()).isEqualTo("rejected");
      assertThat(listed.at("/items/0").has("ticketNumber")).isFalse();
      assertThat(
              organiser(fair)
                  .get(path(fair) + "?status=cancelled")
                  .json()
                  .at("/items/0")
                  .isMissingNode())
          .isTrue();
    }
  }

  @Test
  void a_narrower_window_closes_a_type_earlier() {
    EventFixture fair = aFair().withPlaces(3).published(anyone);
    Settings.of(fair).type(fair.type(), "closesAt", Instant.now().minusSeconds(1)).settle(anyone);
    register(fair, "h1", fair.type()).expectProblem(409, "not-open");
    assertThat(page(fair).path("status").asString()).isEqualTo("closed");
  }

  private void cancel(Map<String, String> ids, String person) {
    as(person).post("/api/registrations/" + ids.get(person) + "/cancel", null).expect(200);
  }

  private List<String> faulty(Settings settings) {
    return settings.put(anyone).expectProblem(422, "invalid").faultyFields();
  }

  private Api.Answer approve(EventFixture fair, String id) {
    return organiser(fair).post("/api/registrations/" + id + "/approve", null);
  }

  private Api.Answer register(EventFixture fair, String person, String type) {
    return as(person).post(path(fair), wish(type));
  }

  private Api.Answer registerBy(EventFixture fair, String person, String code) {
    return as(person).post(path(fair), Map.of("ticketTypeId", fair.type(), "code", code));
  }

  private JsonNode page(EventFixture fair) {
    return anyone.get("/api/events/" + fair.id).expect(200).json();
  }

  private Api as(String person) {
    return anyone.as(EventFixture.idOf(person));
  }

  private Api organiser(EventFixture fair) {
    return anyone.as("boss", "organiser@" + fair.organisation);
  }

  private static String id(Api.Answer answer) {
    return answer.json().path("id").asString();
  }

  private static Map<String, Object> wish(String type) {
    return Map.of("ticketTypeId", type);
  }

  private static String path(EventFixture fair) {
    return "/api/events/" + fair.id + "/registrations";
  }
}
