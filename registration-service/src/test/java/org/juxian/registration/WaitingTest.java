package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.juxian.registration.EventFixture.aFair;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.registration.Rush.Told;
import org.juxian.registration.persistence.WaitingRows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Waiting for a place, and getting one in turn. */
@ServiceTest
class WaitingTest {

  @LocalServerPort private int port;
  @Autowired private WaitingRows rows;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  @Test
  void who_waits_is_offered_what_becomes_free_in_turn_and_it_passes_on() {
    EventFixture fair = waitingList(aFair().withPlaces(1), Map.of("offerHours", 4));
    String holder = register(fair, "w0").expect(201).json().path("id").asString();
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      String first = join(fair, "w1").expect(201).json().path("registrationId").asString();
      JsonNode second = join(fair, "w2").expect(201).json();
      String third = join(fair, "w3").expect(201).json().path("registrationId").asString();
      assertThat(second.path("position").asInt()).isEqualTo(2);
      MessageProbe.Heard joined =
          probe.await("registration.waiting-joined.v1", one -> one.key().equals(third));
      assertThat(joined.data().path("position").asInt()).isEqualTo(3);
      Contracts.assertValid("registration.waiting-joined.v1", joined.data());
      join(fair, "w1").expectProblem(409, "already-registered");
      register(fair, "w9").expectProblem(409, "full");
      prioritise(fair, third, 5).expect(200);
      assertThat(mine(fair, "w1").path("position").asInt()).isEqualTo(2);
      as("w0").post("/api/registrations/" + holder + "/cancel", null).expect(200);
      Contracts.assertValid(
          "registration.place-offered.v1",
          probe.await("registration.place-offered.v1", one -> one.key().equals(third)).data());
      register(fair, "w9").expectProblem(409, "full");
      accept("w1", first).expectProblem(409, "not-offered");
      as("w3").post("/api/registrations/" + third + "/decline", null).expect(200);
      assertThat(mine(fair, "w1").path("status").asString()).isEqualTo("offered");
      rows.endOffer(first);
      accept("w1", first).expectProblem(409, "offer-expired");
      Contracts.assertValid(
          "registration.offer-expired.v1",
          probe.await("registration.offer-expired.v1", one -> one.key().equals(first)).data());
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> mine(fair, "w2").path("status").asString("").equals("offered"));
      accept("w1", first).expectProblem(409, "offer-expired");
      String last = second.path("registrationId").asString();
      accept("w1", last).expect(404);
      JsonNode confirmed = accept("w2", last).expect(200).json();
      assertThat(confirmed.path("status").asString()).isEqualTo("confirmed");
      assertThat(confirmed.path("ticket").path("number").asString()).isEqualTo("A0001");
      accept("w2", last).expect(200);
      probe.await("registration.confirmed.v1", one -> one.key().equals(last));
      assertThat(as("w1").get("/api/registrations/" + first).json().path("status"))
          .hasToString("\"offer-expired\"");
      for (String id : List.of(first, last, third)) {
        assertThat(probe.heardWithin(Duration.ofMillis(100)))
            .filteredOn(one -> one.key().equals(id))
            .filteredOn(one -> one.type().equals("registration.place-offered.v1"))
            .as("each is told once of an offer")
            .hasSize(1);
      }
    }
  }

  @Test
  void an_offer_runs_in_working_hours_and_not_beyond_the_start() {
    EventFixture soon = aFair().withPlaces(1).startingAt(Instant.now().plusSeconds(3600));
    waitingList(soon, Map.of("offerHours", 40));
    String holder = register(soon, "x0").expect(201).json().path("id").asString();
    join(soon, "x1").expect(201);
    as("x0").post("/api/registrations/" + holder + "/cancel", null).expect(200);
    assertThat(OffsetDateTime.parse(mine(soon, "x1").path("until").asString()).toInstant())
        .isCloseTo(soon.start(), within(1, ChronoUnit.SECONDS));
  }

  @Test
  void a_group_comes_as_a_whole_or_as_many_as_it_is_content_with() {
    EventFixture whole = waitingList(aFair().withPlaces(3), Map.of("offerHours", 4));
    register(whole, "y0").expect(201);
    String y1 = register(whole, "y1").expect(201).json().path("id").asString();
    assertThat(joinGroup(whole, "y2", 3, 2).expectProblem(422, "invalid").faultyFields())
        .containsExactly("group.atLeast");
    joinGroup(whole, "y2", 2, null).expect(201);
    join(whole, "y3").expect(201);
    assertThat(mine(whole, "y2").path("status").asString()).isEqualTo("waiting");
    assertThat(mine(whole, "y3").path("status").asString()).as("not passed").isEqualTo("waiting");
    register(whole, "y9").expectProblem(409, "full");
    as("y1").post("/api/registrations/" + y1 + "/cancel", null).expect(200);
    JsonNode offered = mine(whole, "y2");
    assertThat(offered.path("seats").asInt()).isEqualTo(2);
    String id = offered.path("registrationId").asString();
    accept("y2", id).expect(200);
    assertThat(page(whole).path("taken").asInt()).isEqualTo(3);
    EventFixture some =
        waitingList(aFair().withPlaces(2), Map.of("offerHours", 4, "partialGroups", true));
    JsonNode part = joinGroup(some, "z1", 3, 2).expect(201).json();
    assertThat(part.path("seats").asInt()).isEqualTo(2);
    String partId = part.path("registrationId").asString();
    assertThat(accept("z1", partId).expectProblem(422, "invalid").faultyFields())
        .containsExactly("group.members");
    as("z1")
        .post("/api/registrations/" + partId + "/accept", Map.of("group", people(2)))
        .expect(200);
    assertThat(page(some).path("taken").asInt()).isEqualTo(2);
  }

  @Test
  void each_of_a_group_uses_the_code_by_which_it_comes() {
    EventFixture fair = aFair().withPlaces(2).published(anyone);
    Settings.of(fair)
        .with("waiting", Map.of("offerHours", 4, "partialGroups", true))
        .type(fair.type(), "invitationOnly", true)
        .settle(anyone);
    String codes = "/api/events/" + fair.id + "/invitations";
    Map<String, Object> thrice =
        Map.of(
            "ticketTypeId", fair.type(),
            "uses", 3,
            "expiresAt", Instant.now().plus(Duration.ofDays(1)));
    Api keyed = organiser(fair).with("Idempotency-Key", EventFixture.newId());
    String code = keyed.post(codes, thrice).expect(201).json().path("code").asString();
    assertThat(keyed.post(codes, thrice).expect(201).json().path("code").asString())
        .as("asked for twice, made once")
        .isEqualTo(code);
    assertThat(joinBy(code, fair, "g1", 4, 2).expectProblem(409, "code-used-up").faultyFields())
        .containsExactly("code");
    JsonNode three = joinBy(code, fair, "g1", 3, 2).expect(201).json();
    assertThat(three.path("seats").asInt()).isEqualTo(2);
    assertThat(used(fair)).as("the third of them is not offered a place").isEqualTo(2);
    joinBy(code, fair, "g2", 2, null).expectProblem(409, "code-used-up");
    joinBy(code, fair, "g3", 1, null).expect(201);
    as("g1")
        .post("/api/registrations/" + three.path("registrationId").asString() + "/decline", null)
        .expect(200);
    assertThat(used(fair)).isEqualTo(1);
    joinBy(code, fair, "g2", 2, null).expect(201);
    assertThat(used(fair)).isEqualTo(3);
  }

  private int used(EventFixture fair) {
    JsonNode all = organiser(fair).get("/api/events/" + fair.id + "/invitations").json();
    assertThat(all.path("items")).hasSize(1);
    return all.path("items").path(0).path("used").asInt();
  }

  private Api.Answer joinBy(
      String code, EventFixture fair, String person, int size, @Nullable Integer least) {
    Map<String, Object> group = new HashMap<>(Map.of("people", people(size)));
    if (least != null) {
      group.put("atLeast", least);
    }
    return as(person)
        .post(
            "/api/events/" + fair.id + "/waiting",
            Map.of("ticketTypeId", fair.type(), "code", code, "group", group));
  }

  @Test
  void one_leaves_the_list_and_waits_only_where_there_is_one_and_no_room() {
    EventFixture none = aFair().withPlaces(1).published(anyone);
    join(none, "v1").expectProblem(409, "no-waiting-list");
    EventFixture fair = waitingList(aFair().withPlaces(1), Map.of("offerHours", 4));
    join(fair, "v1").expectProblem(409, "not-full");
    register(fair, "v0").expect(201);
    join(fair, "v1").expect(201);
    as("v1").send("DELETE", "/api/events/" + fair.id + "/waiting/mine", null).expect(204);
    as("v1").send("DELETE", "/api/events/" + fair.id + "/waiting/mine", null).expect(204);
    join(fair, "v1").expect(201);
    assertThat(
            organiser(fair)
                .get("/api/events/" + fair.id + "/waiting")
                .expect(200)
                .json()
                .path("items"))
        .hasSize(1);
    fair.capacity(2).changed("tickets");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> mine(fair, "v1").path("status").asString("").equals("offered"));
  }

  @Test
  void nobody_who_comes_later_snatches_what_becomes_free_on_either_replica() {
    Replica second = Replica.second();
    EventFixture fair = aFair().withPlaces(20).published(anyone, second.api());
    Settings.of(fair).with("waiting", Map.of("offerHours", 4)).settle(anyone, second.api());
    List<Told> held = Rush.of(fair, ids(20), anyone, second.api());
    List<String> waiting = ids(6);
    waiting.forEach(person -> join(fair, person).expect(201));
    for (int i = 0; i < 6; i++) {
      Told one = held.get(i);
      anyone
          .as(one.personId())
          .post("/api/registrations/" + one.registrationId() + "/cancel", null)
          .expect(200);
      assertThat(Rush.of(fair, ids(16), anyone, second.api()))
          .allSatisfy(told -> assertThat(told.status()).isEqualTo(409));
    }
    for (String person : waiting) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> mine(fair, person).path("status").asString("").equals("offered"));
    }
  }

  @Test
  void without_minding_the_list_the_same_is_snatched() {
    try (Replica heedless = Replica.heedless()) {
      Api there = heedless.api();
      EventFixture fair = aFair().withPlaces(20).published(there);
      Settings.of(fair).with("waiting", Map.of("offerHours", 4)).settle(there);
      Told one = Rush.of(fair, ids(20), there).getFirst();
      there
          .as("who waits")
          .post("/api/events/" + fair.id + "/waiting", Map.of("ticketTypeId", fair.type()))
          .expect(201);
      there
          .as(one.personId())
          .post("/api/registrations/" + one.registrationId() + "/cancel", null)
          .expect(200);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(Rush.of(fair, ids(16), there))
                      .as("somebody who comes later gets the place")
                      .anySatisfy(told -> assertThat(told.status()).isEqualTo(201)));
    }
  }

  private EventFixture waitingList(EventFixture fair, Map<String, Object> rules) {
    fair.published(anyone);
    Settings.of(fair).with("waiting", rules).settle(anyone);
    return fair;
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> EventFixture.newId()).toList();
  }

  private Api.Answer register(EventFixture fair, String person) {
    return as(person)
        .post("/api/events/" + fair.id + "/registrations", Map.of("ticketTypeId", fair.type()));
  }

  private Api.Answer join(EventFixture fair, String person) {
    return as(person)
        .post("/api/events/" + fair.id + "/waiting", Map.of("ticketTypeId", fair.type()));
  }

  private Api.Answer joinGroup(
      EventFixture fair, String person, int size, @Nullable Integer least) {
    Map<String, Object> group =
        least == null
            ? Map.of("people", people(size))
            : Map.of("people", people(size), "atLeast", least);
    return as(person)
        .post(
            "/api/events/" + fair.id + "/waiting",
            Map.of("ticketTypeId", fair.type(), "group", group));
  }

  private static Map<String, Object> people(int size) {
    return Map.of(
        "name",
        "启明",
        "members",
        IntStream.range(0, size)
            .mapToObj(i -> Map.of("name", "人" + i, "phone", "1380000000" + i))
            .toList());
  }

  private Api.Answer accept(String person, String id) {
    return as(person).post("/api/registrations/" + id + "/accept", Map.of());
  }

  private Api.Answer prioritise(EventFixture fair, String id, int priority) {
    return organiser(fair)
        .send(
            "PUT",
            "/api/events/" + fair.id + "/waiting/" + id + "/priority",
            Map.of("priority", priority));
  }

  private JsonNode mine(EventFixture fair, String person) {
    return as(person)
        .get("/api/events/" + fair.id + "/waiting/mine")
        .expect(200)
        .json()
        .path("items")
        .path(0);
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
}
