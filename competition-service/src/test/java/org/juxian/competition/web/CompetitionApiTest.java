package org.juxian.competition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.juxian.competition.CompetitionServiceTest;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.EndpointWalk;
import org.juxian.platform.testkit.MessageProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@CompetitionServiceTest
class CompetitionApiTest {

  private static final String ALLIANCE = "019eb101000175268b62000001010001";
  private final Instant start =
      Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);

  @LocalServerPort private int port;
  @Autowired private ApplicationContext context;

  private Api organiser() {
    return Api.at(port).as("organiser", "organiser@" + ALLIANCE);
  }

  private static Map<String, Object> text(String en) {
    return Map.of("zh", "中文 " + en, "en", en);
  }

  private Map<String, Object> aCompetition() {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("organisationId", ALLIANCE);
    request.put("title", text("Robots"));
    request.put("summary", text("Industrial robots"));
    request.put("skill", text("Operating"));
    request.put("rules", text("Three hours"));
    request.put("startsAt", start.toString());
    request.put("endsAt", start.plus(9, ChronoUnit.HOURS).toString());
    request.put("venue", Map.of("name", text("College"), "address", text("8 Road")));
    request.put("entry", Map.of("kind", "person"));
    request.put("capacity", 40);
    request.put("opensAt", start.minus(40, ChronoUnit.DAYS).toString());
    request.put("closesAt", start.toString());
    request.put("workstations", List.of("W01", "W02"));
    return request;
  }

  private String open() {
    String id =
        organiser()
            .post("/api/competitions", aCompetition())
            .expect(201)
            .json()
            .path("id")
            .asString();
    organiser().post("/api/competitions/" + id + "/publish", null).expect(200);
    return id;
  }

  private String enter(String competition, String person) {
    String id = UUID.randomUUID().toString().replace("-", "");
    MessageProbe.publish(
        "juxian.registration",
        "registration.confirmed.v1",
        id,
        1,
        Map.of(
            "registrationId", id,
            "personId", person,
            "personName", "Name " + person,
            "eventId", competition,
            "kind", "competition"));
    await()
        .untilAsserted(
            () ->
                assertThat(organiser().get("/api/competitions/" + competition + "/entries").text())
                    .contains(id));
    return id;
  }

  private static Map<String, Object> aHeat(Instant from, String entry, String workstation) {
    return Map.of(
        "startsAt", from.toString(),
        "durationMinutes", 60,
        "assignments", List.of(Map.of("entryId", entry, "workstation", workstation)));
  }

  @Test
  void a_competition_is_published_entered_scheduled_and_told() {
    try (MessageProbe probe = MessageProbe.on("juxian.competition")) {
      String id = open();
      probe.await("competition.published.v1", heard -> heard.key().equals(id));
      String entry = enter(id, "p1");
      String heats = "/api/competitions/" + id + "/heats";
      Api.Answer heat = organiser().post(heats, aHeat(start, entry, "W01")).expect(201);
      JsonNode told =
          probe.await("competition.heat-scheduled.v1", heard -> heard.key().equals(id)).data();
      assertThat(told.path("entrants").get(0).path("personId").asString()).isEqualTo("p1");
      organiser()
          .post(heats, aHeat(start.plus(30, ChronoUnit.MINUTES), entry, "W02"))
          .expectProblem(409, "heat-clash");
      assertThat(Api.at(port).get(heats).expect(200).text()).doesNotContain("Name p1");
      assertThat(
              Api.at(port)
                  .as("p1")
                  .get("/api/competitions/heats/mine")
                  .expect(200)
                  .json()
                  .path("items"))
          .hasSize(1);
      String path = heats + "/" + heat.json().path("id").asString();
      organiser().delete(path).expectProblem(428, "precondition-required");
      organiser().with("If-Match", heat.etag()).delete(path).expect(204);
      probe.await("competition.heat-cancelled.v1", heard -> heard.key().equals(id));
      organiser().post("/api/competitions/" + id + "/cancel", null).expect(200);
      probe.await("competition.cancelled.v1", heard -> heard.key().equals(id));
    }
  }

  @Test
  void of_many_who_want_the_same_workstation_at_once_one_gets_it() throws Exception {
    String id = open();
    String entry = enter(id, "p2");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers =
          java.util.stream.IntStream.range(0, 32)
              .mapToObj(
                  at ->
                      threads.submit(
                          () ->
                              organiser()
                                  .post(
                                      "/api/competitions/" + id + "/heats",
                                      aHeat(start, entry, "W01"))
                                  .status()))
              .toList();
      int made = 0;
      for (Future<Integer> answer : answers) {
        int status = answer.get();
        assertThat(status).isIn(201, 409);
        made += status == 201 ? 1 : 0;
      }
      assertThat(made).isEqualTo(1);
    }
  }

  @Test
  void nobody_is_in_two_competitions_at_once() {
    String one = open();
    String other = open();
    String entryHere = enter(one, "p3");
    String entryThere = enter(other, "p3");
    Api.Answer heat =
        organiser()
            .post("/api/competitions/" + one + "/heats", aHeat(start, entryHere, "W01"))
            .expect(201);
    Api.Answer clash =
        organiser()
            .post("/api/competitions/" + other + "/heats", aHeat(start, entryThere, "W01"))
            .expectProblem(409, "heat-clash");
    assertThat(clash.json().path("reason").asString()).isEqualTo("person");
    assertThat(clash.json().path("clashesWith").asString())
        .isEqualTo(heat.json().path("id").asString());
    assertThat(clash.json().path("detail").asString()).contains("Entrant", "Name p3", "Robots");
    organiser()
        .with("If-Match", heat.etag())
        .delete("/api/competitions/" + one + "/heats/" + heat.json().path("id").asString())
        .expect(204);
    organiser()
        .post("/api/competitions/" + other + "/heats", aHeat(start, entryThere, "W01"))
        .expect(201);
  }

  @Test
  void an_entry_that_is_cancelled_leaves_its_heat_and_the_entrant_is_told() {
    try (MessageProbe probe = MessageProbe.on("juxian.competition")) {
      String id = open();
      String entry = enter(id, "p4");
      String heats = "/api/competitions/" + id + "/heats";
      organiser().post(heats, aHeat(start, entry, "W01")).expect(201);
      MessageProbe.publish(
          "juxian.registration",
          "registration.cancelled.v1",
          entry,
          2,
          Map.of(
              "registrationId", entry,
              "personId", "p4",
              "personName", "Name p4",
              "eventId", id,
              "kind", "competition",
              "cause", "person"));
      JsonNode told =
          probe.await("competition.heat-cancelled.v1", heard -> heard.key().equals(id)).data();
      assertThat(told.path("cause").asString()).isEqualTo("entry-cancelled");
      assertThat(told.path("entrants").path(0).path("personId").asString()).isEqualTo("p4");
      assertThat(
              Api.at(port).get(heats).expect(200).json().path("items").path(0).path("assignments"))
          .isEmpty();
    }
  }

  @Test
  void strangers_neither_see_nor_change_a_draft() {
    String id =
        organiser()
            .post("/api/competitions", aCompetition())
            .expect(201)
            .json()
            .path("id")
            .asString();
    Api stranger = Api.at(port).as("x", "organiser@" + "f".repeat(32));
    Api.at(port).get("/api/competitions/" + id).expect(404);
    stranger.post("/api/competitions/" + id + "/publish", null).expect(404);
    stranger.post("/api/competitions", aCompetition()).expectProblem(403, "not-allowed");
  }

  @Test
  void each_endpoint_says_who_may_call_it() {
    assertThat(EndpointWalk.over(context, port).accessList())
        .contains(
            "GET /api/competitions : organiser",
            "POST /api/competitions : organiser",
            "GET /api/competitions/heats/mine : signed in",
            "GET /api/competitions/{id} : anyone",
            "GET /api/competitions/{id}/entries : organiser",
            "GET /api/competitions/{id}/heats : anyone",
            "POST /api/competitions/{id}/heats : organiser")
        .hasSize(14);
  }

  @Test
  void every_role_is_held_to_its_endpoints() {
    EndpointWalk.over(context, port).everyRoleIsHeldToItsEndpoints();
  }

  @Test
  void bad_input_is_named() {
    EndpointWalk.over(context, port).badInputIsNamed();
    EndpointWalk.over(context, port).everyFieldIsHeld();
    Map<String, Object> teams = aCompetition();
    teams.put("entry", Map.of("kind", "team", "minMembers", 2, "maxMembers", 4));
    EndpointWalk.everyPlaceIsHeld(organiser(), "POST", "/api/competitions", teams);
    String id = open();
    EndpointWalk.everyPlaceIsHeld(
        organiser(),
        "POST",
        "/api/competitions/" + id + "/heats",
        aHeat(start, enter(id, "p9"), "W01"));
  }
}
