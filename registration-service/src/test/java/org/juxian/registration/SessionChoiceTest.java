package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.juxian.registration.EventFixture.aFair;
import static org.juxian.registration.EventFixture.aForum;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A person chooses sessions of a forum, and has them in the agenda and in the feed. */
@ServiceTest
class SessionChoiceTest {

  private static final String AGENDA = "/api/registrations/agenda";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @LocalServerPort private int port;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  @Test
  void what_is_chosen_stands_in_the_agenda_and_in_the_feed_and_follows_the_organiser() {
    EventFixture forum = aForum().withPlaces(5);
    String opening = forum.talk("开幕", "R1", 0, 45);
    String robots = forum.talk("机器人", "R2", 60, 105);
    forum.published(anyone);
    Api li = anyone.as(EventFixture.newId());
    String id = register(li, forum);
    JsonNode programme = li.get(path(id)).expect(200).json();
    assertThat(chosen(programme)).isEmpty();
    assertThat(programme.path("sessions")).hasSize(2);
    assertThat(programme.path("open").asBoolean()).isTrue();
    assertThat(programme.path("sessions").path(0).path("speakers").path(0).path("en").asString())
        .isEqualTo("Prof Huang");
    assertThat(chosen(choose(li, id, robots).expect(200).json())).containsExactly(robots);

    JsonNode items = li.get(AGENDA).expect(200).json().path("items");
    assertThat(items).hasSize(2);
    JsonNode talk = items.path(1);
    assertThat(talk.path("kind").asString()).isEqualTo("session");
    assertThat(talk.path("session").path("room").path("zh").asString()).isEqualTo("R2");
    assertThat(talk.path("session").path("registrationId").asString()).isEqualTo(id);
    assertThat(talk.path("clashes")).isEmpty();
    String feed = li.post(AGENDA + "/feed", null).expect(201).json().path("path").asString();
    String uid = "UID:session-" + id + "-" + robots + "@juxian.org";
    String first = unfolded(feed);
    assertThat(first).contains(uid, "SUMMARY:机器人", "黄教授");

    forum.put(robots, "机器人", "R3", 120, 165).changed("agenda");
    await().atMost(PATIENCE).until(() -> unfolded(feed).contains("DESCRIPTION:R3"));
    String moved = unfolded(feed);
    assertThat(sequence(moved, uid)).isGreaterThan(sequence(first, uid));

    forum.wordlessly().changed("details");
    forum.put(opening, "开幕", "R1", 0, 45).changed("agenda");
    await().atMost(PATIENCE).until(() -> !unfolded(feed).contains(uid));
    assertThat(li.get(AGENDA).expect(200).json().path("items")).hasSize(1);
    assertThat(chosen(li.get(path(id)).expect(200).json())).isEmpty();
    assertThat(faulty(choose(li, id, robots))).containsExactly("sessions[0]");
  }

  @Test
  void an_older_message_without_an_agenda_changes_none() {
    EventFixture forum = aForum().withPlaces(5);
    String talk = forum.talk("机器人", "R2", 60, 105);
    forum.published(anyone);
    Api li = anyone.as(EventFixture.newId());
    String id = register(li, forum);
    choose(li, id, talk).expect(200);
    forum.wordlessly().called("新名", "New name").changed("details");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                anyone
                    .get("/api/events/" + forum.id)
                    .json()
                    .path("title")
                    .path("en")
                    .asString()
                    .equals("New name"));
    assertThat(chosen(li.get(path(id)).expect(200).json())).containsExactly(talk);
  }

  @Test
  void a_clash_is_shown_and_refused_or_warned_of_as_the_organiser_chooses() {
    Instant start = Instant.now().plus(Duration.ofDays(33));
    EventFixture forum = aForum().withPlaces(5).startingAt(start);
    String first = forum.talk("一", "R1", 480, 520);
    String near = forum.talk("二", "R2", 525, 560);
    String late = forum.talk("三", "R2", 600, 640);
    forum.published(anyone);
    Api li = anyone.as(EventFixture.newId());
    String id = register(li, forum);
    EventFixture fair =
        aFair()
            .withPlaces(5)
            .at("别处", "Elsewhere")
            .startingAt(start.plus(Duration.ofMinutes(655)))
            .published(anyone);
    settle(forum, "refuse", 10);
    assertThat(chosen(choose(li, id, first).expect(200).json())).containsExactly(first);
    Api.Answer refused = choose(li, id, first, near).expectProblem(409, "agenda-clash");
    assertThat(refused.faultyFields()).containsExactly("sessions[1]");
    assertThat(refused.json().path("clashesWith").asString()).isEqualTo(first);
    JsonNode shown = li.get(path(id)).expect(200).json();
    assertThat(shown.path("onClash").asString()).isEqualTo("refuse");
    assertThat(shown.path("sessions").path(1).path("clashes").path(0).path("id").asString())
        .isEqualTo(first);
    assertThat(shown.path("sessions").path(0).path("clashes")).isEmpty();
    choose(li, id, first, late).expect(200);
    String there = register(li, fair);
    settle(forum, "refuse", 20);
    choose(li, id, first).expect(200);
    assertThat(
            choose(li, id, first, late)
                .expectProblem(409, "agenda-clash")
                .json()
                .path("clashesWith"))
        .isEqualTo(li.get("/api/registrations/" + there).json().path("id"));
    settle(forum, "warn", 20);
    JsonNode warned = choose(li, id, first, near, late).expect(200).json();
    assertThat(chosen(warned)).containsExactly(first, near, late);
    assertThat(warned.path("sessions").path(1).path("clashes").path(0).path("id").asString())
        .isEqualTo(first);
  }

  @Test
  void what_is_wrong_with_a_choice_is_named() {
    EventFixture forum = aForum().withPlaces(5);
    String talk = forum.talk("机器人", "R2", 60, 105);
    forum.published(anyone);
    EventFixture over = aForum().withPlaces(5).startingAt(Instant.now().minusSeconds(7200));
    String past = over.talk("旧", "R1", 0, 60);
    over.published(anyone);
    Api li = anyone.as(EventFixture.newId());
    String id = register(li, forum);
    assertThat(faulty(choose(li, id, talk, EventFixture.newId()))).containsExactly("sessions[1]");
    assertThat(faulty(choose(li, id, talk, talk))).containsExactly("sessions[1]");
    assertThat(faulty(choose(li, register(li, over), past))).containsExactly("sessions[0]");
    choose(anyone.as(EventFixture.newId()), id, talk).expectProblem(404, "not-found");
    choose(anyone.as("boss", "organiser@" + forum.organisation), id, talk)
        .expectProblem(403, "not-allowed");
    choose(li.with("If-Match", "\"99\""), id, talk).expectProblem(412, "stale");
    choose(li, id, talk).expect(200);
    li.post("/api/registrations/" + id + "/cancel", null).expect(200);
    choose(li, id, talk).expectProblem(409, "ticket-cancelled");
    assertThat(chosen(li.get(path(id)).expect(200).json())).isEmpty();
    assertThat(li.get(AGENDA).expect(200).json().path("items").toString()).doesNotContain(talk);
  }

  private void settle(EventFixture event, String onClash, int walkingMinutes) {
    Settings.of(event)
        .with("agenda", Map.of("onClash", onClash, "walkingMinutes", walkingMinutes))
        .settle(anyone);
  }

  private static String path(String registration) {
    return "/api/registrations/" + registration + "/sessions";
  }

  private static Api.Answer choose(Api caller, String registration, String... sessions) {
    return caller.put(path(registration), Map.of("sessions", List.of(sessions)));
  }

  private static List<String> faulty(Api.Answer answer) {
    return answer.expectProblem(422, "invalid").faultyFields();
  }

  private static List<String> chosen(JsonNode programme) {
    List<String> chosen = new ArrayList<>();
    for (JsonNode session : programme.path("sessions")) {
      if (session.path("chosen").asBoolean()) {
        chosen.add(session.path("id").asString());
      }
    }
    return chosen;
  }

  private String unfolded(String feed) {
    return anyone.get(feed).expect(200).text().replace("\r\n ", "");
  }

  private static long sequence(String calendar, String uid) {
    String entry = calendar.substring(calendar.indexOf(uid));
    String line =
        entry.lines().filter(one -> one.startsWith("SEQUENCE:")).findFirst().orElseThrow();
    return Long.parseLong(line.substring("SEQUENCE:".length()));
  }

  private static String register(Api caller, EventFixture event) {
    return event.registered(caller).path("id").asString();
  }
}
