package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.juxian.registration.EventFixture.aFair;
import static org.juxian.registration.EventFixture.aForum;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.platform.values.Text;
import org.juxian.platform.values.Venue;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** One person's agenda from all services, its clashes and its feed. */
@ServiceTest
class AgendaTest {

  private static final String AGENDA = "/api/registrations/agenda";

  @LocalServerPort private int port;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  @Test
  void registrations_and_heats_stand_in_one_place_and_clashes_are_named() {
    String person = EventFixture.newId();
    Instant start = Instant.now().plus(Duration.ofDays(30));
    EventFixture fair = aFair().withPlaces(5).startingAt(start).published(anyone);
    JsonNode registration = register(fair, person).expect(201).json();
    String competition = EventFixture.newId();
    String heat = heat(competition, 5, start.plus(Duration.ofHours(1)), person);
    await().atMost(Duration.ofSeconds(20)).until(() -> agenda(person).size() == 2);
    JsonNode items = agenda(person);
    assertThat(items.path(0).path("kind").asString()).isEqualTo("registration");
    assertThat(items.path(1).path("kind").asString()).isEqualTo("heat");
    assertThat(items.path(1).path("place").asString()).isEqualTo("W07");
    assertThat(items.path(1).path("clashes").path(0)).isEqualTo(registration.path("id"));
    MessageProbe.publish(
        "juxian.competition",
        "competition.heat-cancelled.v1",
        competition,
        6,
        Map.of(
            "competitionId", competition,
            "heatId", heat,
            "competitionTitle", new Text("赛", "Competition"),
            "startsAt", start,
            "entrants", List.of(Map.of("personId", person))));
    await().atMost(Duration.ofSeconds(20)).until(() -> agenda(person).size() == 1);
    anyone.as(person).get(AGENDA + "?from=never").expectProblem(400, "invalid");
    anyone
        .as(person)
        .get(AGENDA + "?from=2026-01-01T00:00:00Z&to=2029-01-01T00:00:00Z")
        .expectProblem(400, "invalid");
  }

  @Test
  void an_interview_stands_in_the_agenda_and_the_calendar_of_who_has_it_now() {
    String person = EventFixture.newId();
    Instant start = Instant.now().plus(Duration.ofDays(30));
    EventFixture fair = aFair().withPlaces(5).startingAt(start).published(anyone);
    register(fair, person).expect(201);
    String interview = EventFixture.newId();
    booked(fair, interview, start.plus(Duration.ofHours(1)), person, 2_000_000);
    await().atMost(Duration.ofSeconds(20)).until(() -> agenda(person).size() == 2);
    JsonNode item = agenda(person).path(1);
    assertThat(item.path("kind").asString()).isEqualTo("interview");
    assertThat(item.path("place").asString()).isEqualTo("A07 #2");
    assertThat(item.path("clashes")).as("being at the fair is no clash").isEmpty();
    String feed =
        anyone.as(person).post(AGENDA + "/feed", null).expect(201).json().path("path").asString();
    assertThat(anyone.get(feed).expect(200).text())
        .contains("UID:interview-" + interview, "A07，2 号桌");
    String next = EventFixture.newId();
    MessageProbe.publish(
        "juxian.fair",
        "fair.interview-ended.v1",
        fair.id,
        2_000_001,
        Map.of("fairId", fair.id, "interviewId", interview));
    booked(fair, interview, start.plus(Duration.ofHours(1)), next, 2_000_002);
    await().atMost(Duration.ofSeconds(20)).until(() -> agenda(next).size() == 1);
    assertThat(agenda(person)).as("somebody else has it").hasSize(1);
  }

  private static void booked(
      EventFixture fair, String interview, Instant start, String person, long sequence) {
    MessageProbe.publish(
        "juxian.fair",
        "fair.interview-booked.v1",
        fair.id,
        sequence,
        Map.of(
            "fairId",
            fair.id,
            "interviewId",
            interview,
            "personId",
            person,
            "companyName",
            "Qiming",
            "startsAt",
            start,
            "endsAt",
            start.plus(Duration.ofMinutes(20)),
            "venue",
            new Venue(new Text("馆", "Hall"), new Text("桂城", "Guicheng")),
            "boothNumber",
            "A07",
            "table",
            2));
  }

  @Test
  void a_clash_is_refused_or_warned_of_as_the_organiser_chooses() {
    String person = EventFixture.newId();
    Instant start = Instant.now().plus(Duration.ofDays(31));
    EventFixture fair = aFair().withPlaces(5).startingAt(start).published(anyone);
    JsonNode first = register(fair, person).expect(201).json();
    EventFixture forum =
        aForum().withPlaces(5).startingAt(start.plus(Duration.ofMinutes(490))).published(anyone);
    settle(forum, "refuse", 9);
    String other = EventFixture.newId();
    register(forum, other).expect(201);
    EventFixture elsewhere =
        aForum()
            .withPlaces(5)
            .at("别处", "Elsewhere")
            .startingAt(start.plus(Duration.ofMinutes(490)))
            .published(anyone);
    settle(elsewhere, "refuse", 11);
    Api.Answer refused = register(elsewhere, person).expectProblem(409, "agenda-clash");
    assertThat(refused.json().path("clashesWith")).isEqualTo(first.path("id"));
    settle(elsewhere, "warn", 11);
    JsonNode warned = register(elsewhere, person).expect(201).json();
    assertThat(warned.path("clash").path("id")).isEqualTo(first.path("id"));
    assertThat(register(elsewhere, EventFixture.newId()).expect(201).json().has("clash")).isFalse();
  }

  @Test
  void the_feed_opens_with_its_secret_alone_and_a_renewed_one_shuts_the_old_one() {
    String person = EventFixture.newId();
    EventFixture fair = aFair().withPlaces(5).published(anyone);
    Api li = anyone.as(person);
    assertThat(li.get(AGENDA + "/feed").expect(200).json().has("since")).isFalse();
    String id = register(fair, person).expect(201).json().path("id").asString();
    String path = li.post(AGENDA + "/feed", null).expect(201).json().path("path").asString();
    assertThat(path).hasSizeGreaterThan(AGENDA.length() + 43);
    Api.Answer read = anyone.get(path).expect(200);
    assertThat(read.header("Content-Type")).startsWith("text/calendar");
    assertThat(read.text())
        .contains("BEGIN:VEVENT", "UID:registration-" + id + "@juxian.org")
        .doesNotContain("UID:heat");
    long before = sequence(read.text());
    fair.at("新馆", "New hall").changed("venue");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> sequence(anyone.get(path).expect(200).text()) > before);
    assertThat(li.get(AGENDA + "/feed").expect(200).json().has("since")).isTrue();
    String renewed = li.post(AGENDA + "/feed", null).expect(201).json().path("path").asString();
    anyone.get(path).expectProblem(404, "not-found");
    anyone.get(AGENDA + "/feed/" + "x".repeat(43) + ".ics").expectProblem(404, "not-found");
    li.post("/api/registrations/" + id + "/cancel", null).expect(200);
    assertThat(anyone.get(renewed).expect(200).text()).doesNotContain("BEGIN:VEVENT");
    li.send("DELETE", AGENDA + "/feed", null).expect(204);
    anyone.get(renewed).expect(404);
  }

  private String heat(String competition, long sequence, Instant start, String person) {
    String heat = EventFixture.newId();
    MessageProbe.publish(
        "juxian.competition",
        "competition.heat-scheduled.v1",
        competition,
        sequence,
        Map.of(
            "competitionId",
            competition,
            "competitionTitle",
            new Text("赛", "Competition"),
            "heatId",
            heat,
            "startsAt",
            start,
            "endsAt",
            start.plus(Duration.ofHours(1)),
            "venue",
            new Venue(new Text("校", "School"), new Text("狮山", "Shishan")),
            "entrants",
            List.of(Map.of("personId", person, "entryId", "x", "workstation", "W07")),
            "rescheduled",
            false));
    return heat;
  }

  private static long sequence(String calendar) {
    return calendar
        .lines()
        .filter(line -> line.startsWith("SEQUENCE:"))
        .mapToLong(line -> Long.parseLong(line.substring("SEQUENCE:".length())))
        .findFirst()
        .orElse(-1);
  }

  private void settle(EventFixture event, String onClash, int walkingMinutes) {
    Settings.of(event)
        .with("agenda", Map.of("onClash", onClash, "walkingMinutes", walkingMinutes))
        .settle(anyone);
  }

  private JsonNode agenda(String person) {
    return anyone.as(person).get(AGENDA).expect(200).json().path("items");
  }

  private Api.Answer register(EventFixture event, String person) {
    return anyone
        .as(person)
        .post("/api/events/" + event.id + "/registrations", Map.of("ticketTypeId", event.type()));
  }
}
