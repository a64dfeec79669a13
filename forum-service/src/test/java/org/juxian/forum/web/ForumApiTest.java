package org.juxian.forum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.juxian.forum.ForumServiceTest;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.EndpointWalk;
import org.juxian.platform.testkit.MessageProbe;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An organiser plans an agenda; people see it, and hear of changes, when it is released. */
@ForumServiceTest
class ForumApiTest {

  private static final String ALLIANCE = "019eb101000175268b62000001010001";
  private final Instant start =
      Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);

  @LocalServerPort private int port;

  private Api organiser() {
    return Api.at(port).as("organiser", "organiser@" + ALLIANCE);
  }

  private static Map<String, String> text(String en) {
    return Map.of("zh", "中文 " + en, "en", en);
  }

  private Map<String, Object> aForum() {
    return Map.of(
        "organisationId", ALLIANCE,
        "title", text("Forum"),
        "summary", text("Talks"),
        "startsAt", start.toString(),
        "endsAt", start.plus(Duration.ofHours(8)).toString(),
        "venue", Map.of("name", text("Hall"), "address", text("1 Lake Road")),
        "ticketTypes",
            List.of(
                Map.of(
                    "name", text("Seat"),
                    "capacity", 300,
                    "opensAt", start.minus(Duration.ofDays(40)).toString(),
                    "closesAt", start.toString())),
        "rooms",
            List.of(
                Map.of("name", text("East"), "capacity", 100),
                Map.of("name", text("West"), "capacity", 50)));
  }

  private Map<String, Object> aSession(JsonNode forum, int room, int hour, String speaker) {
    return Map.of(
        "title", text("Talk of " + speaker),
        "roomId", forum.path("rooms").path(room).path("id").asString(),
        "startsAt", start.plus(Duration.ofHours(hour)).toString(),
        "endsAt", start.plus(Duration.ofHours(hour + 1L)).toString(),
        "speakers", List.of(Map.of("name", text(speaker))));
  }

  private JsonNode drafted() {
    return organiser().post("/api/forums", aForum()).expect(201).json();
  }

  private static String path(JsonNode forum) {
    return "/api/forums/" + forum.path("id").asString();
  }

  /** Adds it with the forum's version as it is now. */
  private Api.Answer add(JsonNode forum, Map<String, Object> session) {
    return organiser().with("If-Match", version(forum)).post(path(forum) + "/sessions", session);
  }

  private String version(JsonNode forum) {
    return organiser().get(path(forum)).expect(200).etag();
  }

  @Test
  void a_clash_is_refused_with_its_reason() {
    JsonNode forum = drafted();
    String first =
        add(forum, aSession(forum, 0, 0, "Chen")).expect(201).json().path("id").asString();
    Api.Answer room = add(forum, aSession(forum, 0, 0, "Li")).expectProblem(409, "session-clash");
    assertThat(room.text()).contains("East", "Talk of Chen");
    Api.Answer speaker =
        add(forum, aSession(forum, 1, 0, "Chen")).expectProblem(409, "session-clash");
    assertThat(speaker.text()).contains("Chen");
    String second =
        add(forum, aSession(forum, 0, 1, "Chen")).expect(201).json().path("id").asString();
    organiser()
        .with("If-Match", version(forum))
        .put(path(forum) + "/sessions/" + second, aSession(forum, 0, 0, "Chen"))
        .expectProblem(409, "session-clash");
    organiser()
        .with("If-Match", version(forum))
        .delete(path(forum) + "/sessions/" + first)
        .expect(204);
    organiser()
        .with("If-Match", version(forum))
        .put(path(forum) + "/sessions/" + second, aSession(forum, 0, 0, "Chen"))
        .expect(200);
  }

  @Test
  void a_change_after_publishing_is_told_once_it_is_released() {
    try (MessageProbe probe = MessageProbe.on("juxian.forum")) {
      JsonNode forum = drafted();
      String id = forum.path("id").asString();
      add(forum, aSession(forum, 0, 0, "Chen")).expect(201);
      organiser().post(path(forum) + "/publish", null).expect(200);
      JsonNode opened = probe.await("forum.published.v1", one -> one.key().equals(id)).data();
      Contracts.assertValid("forum.published.v1", opened);
      assertThat(opened.path("sessions")).hasSize(1);
      assertThat(opened.path("sessions").path(0).path("room").path("en").asString())
          .isEqualTo("East");
      add(forum, aSession(forum, 0, 1, "Li")).expect(201);
      add(forum, aSession(forum, 0, 2, "He")).expect(201);
      Api visitor = Api.at(port);
      assertThat(visitor.get(path(forum) + "/sessions").expect(200).json().path("items"))
          .hasSize(1);
      organiser().post(path(forum) + "/publish", null).expect(200);
      assertThat(visitor.get(path(forum) + "/sessions").expect(200).json().path("items"))
          .hasSize(3);
      JsonNode told = probe.await("forum.changed.v1", one -> one.key().equals(id)).data();
      Contracts.assertValid("forum.changed.v1", told);
      assertThat(told.path("sessions")).hasSize(3);
      assertThat(told.path("changes")).hasSize(1);
      assertThat(told.path("changes").path(0).asString()).isEqualTo("agenda");
      organiser().post(path(forum) + "/cancel", Map.of("reason", text("Typhoon"))).expect(200);
      Contracts.assertValid(
          "forum.cancelled.v1",
          probe.await("forum.cancelled.v1", one -> one.key().equals(id)).data());
      assertThat(probe.heardWithin(Duration.ofMillis(1)))
          .filteredOn(one -> one.key().equals(id) && one.type().equals("forum.changed.v1"))
          .hasSize(1);
    }
  }

  @Test
  void each_fault_is_named() {
    EndpointWalk.everyPlaceIsHeld(organiser(), "POST", "/api/forums", aForum());
    JsonNode forum = drafted();
    EndpointWalk.everyPlaceIsHeld(
        organiser(), "POST", path(forum) + "/sessions", aSession(forum, 0, 0, "Chen"));
  }

  @Test
  void a_forum_is_its_organisers_to_change() {
    JsonNode forum = drafted();
    Api stranger = Api.at(port).as("stranger", "organiser@" + "f".repeat(32));
    stranger.get(path(forum)).expectProblem(404, "not-found");
    organiser().post(path(forum) + "/publish", null).expect(200);
    Api armed = stranger.with("If-Match", version(forum));
    armed
        .post(path(forum) + "/sessions", aSession(forum, 0, 0, "Chen"))
        .expectProblem(403, "not-allowed");
    armed.post(path(forum) + "/cancel", null).expectProblem(403, "not-allowed");
    organiser()
        .with("If-Match", "\"1\"")
        .post(path(forum) + "/sessions", aSession(forum, 0, 0, "Chen"))
        .expectProblem(412, "stale");
  }
}
