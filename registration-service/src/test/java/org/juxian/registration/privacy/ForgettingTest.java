package org.juxian.registration.privacy;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.registration.EventFixture;
import org.juxian.registration.ServiceTest;
import org.juxian.registration.persistence.AnonymousRegistrations;
import org.juxian.registration.persistence.EndedEvents;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.persistence.WorkLeases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Long after an event its registrations count, and name nobody. */
@ServiceTest
class ForgettingTest {

  private static final List<String> NAMES =
      List.of("陈思远", "Wang Lei", "+8613800000002", "+8613800000003", "door-man");

  @LocalServerPort private int port;
  @Autowired private ForgetEvent forgetting;
  @Autowired private ForgettingWorker worker;
  @Autowired private EndedEvents events;
  @Autowired private AnonymousRegistrations anonymous;
  @Autowired private WorkLeases leases;
  @Autowired private MongoDatabase database;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  @Test
  void names_go_when_their_time_is_over_and_not_before_and_the_counts_stay() {
    EventFixture competition =
        EventFixture.aTeamCompetition(9)
            .startingAt(now().minus(Duration.ofDays(800)))
            .published(anyone);
    String captain = EventFixture.newId();
    JsonNode inside = register(competition, captain);
    register(competition, EventFixture.newId());
    JsonNode gone = register(competition, EventFixture.newId());
    letIn(competition, inside);
    cancel(gone);
    String statistics = statistics(competition);
    assertThat(stored(competition)).contains(captain).contains(NAMES.getFirst());

    worker.work(end(competition).plus(Duration.ofDays(729)));
    assertThat(stored(competition)).contains(captain).contains(NAMES.getFirst());

    worker.work(end(competition).plus(Duration.ofDays(731)));
    assertThat(stored(competition)).doesNotContain(captain).contains("启明一队");
    NAMES.forEach(name -> assertThat(stored(competition)).doesNotContain(name));
    assertThat(statistics(competition)).isEqualTo(statistics);
    assertThat(boss(competition).get(path(competition, "/registrations")).expect(200).text())
        .doesNotContain("陈思远", "+861380");
    assertThat(anyone.as(captain).get("/api/registrations/mine").expect(200).json().path("items"))
        .isEmpty();
    assertThat(audit(competition)).containsExactly("registrations: 3");
  }

  @Test
  void what_was_broken_off_goes_on_and_what_is_done_is_not_done_again() {
    EventFixture fair = EventFixture.aFair().withPlaces(200).published(anyone);
    for (int i = 0; i < ForgetEvent.CHUNK + 10; i++) {
      registerOne(fair);
    }
    AtomicInteger parts = new AtomicInteger();
    assertThat(forgetting.forget(fair.id, now(), () -> parts.getAndIncrement() == 0)).isFalse();
    assertThat(nameless(fair)).hasSize(ForgetEvent.CHUNK);
    assertThat(audit(fair)).isEmpty();
    assertThat(forgetting.forget(fair.id, now(), () -> true)).isTrue();
    List<Saved> once = nameless(fair);
    assertThat(once).hasSize(ForgetEvent.CHUNK + 10);
    assertThat(forgetting.forget(fair.id, now(), () -> true)).isTrue();
    assertThat(nameless(fair)).isEqualTo(once);
    assertThat(audit(fair)).containsExactly("registrations: 60");
    assertThat(events.due(end(fair).plusSeconds(1), 10_000)).doesNotContain(fair.id);
  }

  @Test
  void two_replicas_at_once_do_it_once() throws Exception {
    EventFixture fair = EventFixture.aFair().withPlaces(50).published(anyone);
    for (int i = 0; i < 20; i++) {
      registerOne(fair);
    }
    List<Callable<Boolean>> both = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      both.add(() -> forgetting.forget(fair.id, now(), () -> true));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(both.size())) {
      for (Future<Boolean> one : threads.invokeAll(both)) {
        assertThat(one.get()).isTrue();
      }
    }
    assertThat(nameless(fair)).hasSize(20).allMatch(saved -> saved.version() == 2);
    assertThat(audit(fair)).containsExactly("registrations: 20");
  }

  @Test
  void who_keeps_them_for_ever_keeps_them() {
    EventFixture fair = EventFixture.aFair().withPlaces(3).published(anyone);
    registerOne(fair);
    ForgettingWorker never =
        new ForgettingWorker(
            events,
            forgetting,
            leases,
            InstantSource.system(),
            new Retention.Periods(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO));
    never.work(end(fair).plus(Duration.ofDays(100_000)));
    assertThat(nameless(fair)).isEmpty();
  }

  @Test
  void a_guest_of_whom_nothing_else_is_known_goes_along() {
    EventFixture fair = EventFixture.aFair().withPlaces(3).published(anyone);
    String registration = registerOne(fair);
    String guest = EventFixture.newId();
    database
        .getCollection("guests")
        .insertOne(
            new Document("_id", guest)
                .append("version", 1L)
                .append(
                    "state",
                    new Document("name", "梁嘉怡")
                        .append("phone", "+86138" + guest.substring(24).replaceAll("\\D", "1"))
                        .append("at", java.util.Date.from(now()))));
    database
        .getCollection("registrations")
        .updateOne(
            eq("_id", registration),
            new Document(
                "$set", new Document("state.personId", guest).append("state.claim", guest)));
    forgetting.forget(fair.id, now(), () -> true);
    assertThat(database.getCollection("guests").find(eq("_id", guest)).first()).isNull();
    assertThat(nameless(fair)).hasSize(1);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Instant end(EventFixture event) {
    return event.start().plus(Duration.ofHours(8));
  }

  private List<Saved> nameless(EventFixture event) {
    return anonymous.of(event.id, null, 500).stream()
        .filter(saved -> saved.registration().booking().isAnonymous())
        .toList();
  }

  private String stored(EventFixture event) {
    StringBuilder all = new StringBuilder();
    database
        .getCollection("registrations")
        .find(eq("state.eventId", event.id))
        .forEach(document -> all.append(document.get("state")));
    return all.toString();
  }

  private List<String> audit(EventFixture event) {
    List<String> told = new ArrayList<>();
    for (Document trace :
        database
            .getCollection("audit")
            .find(eq("eventId", event.id))
            .sort(new Document("_id", 1))) {
      if (trace.getString("action").equals(ForgetEvent.ACTION)) {
        told.add(trace.getString("detail"));
      }
    }
    return told;
  }

  private Api boss(EventFixture event) {
    return anyone.as("boss", "organiser@" + event.organisation);
  }

  private static String path(EventFixture event, String what) {
    return "/api/events/" + event.id + what;
  }

  private String statistics(EventFixture event) {
    return boss(event).get(path(event, "/statistics")).expect(200).text();
  }

  private void letIn(EventFixture event, JsonNode registration) {
    anyone
        .as("door-man", "door-staff@" + event.organisation)
        .post(
            path(event, "/check-ins"),
            Map.of("token", registration.path("ticket").path("token").asString()))
        .expect(200);
    assertThat(stored(event)).contains("door-man");
  }

  private void cancel(JsonNode registration) {
    database
        .getCollection("registrations")
        .find(eq("_id", registration.path("id").asString()))
        .forEach(
            found ->
                anyone
                    .as(found.get("state", Document.class).getString("personId"))
                    .post("/api/registrations/" + found.getString("_id") + "/cancel", null)
                    .expect(200));
  }

  private String registerOne(EventFixture event) {
    return event.registered(anyone.as(EventFixture.newId())).path("id").asString();
  }

  private JsonNode register(EventFixture event, String captain) {
    Map<String, Object> team =
        Map.of(
            "name",
            "启明一队",
            "members",
            List.of(
                Map.of("name", "陈思远", "phone", "+8613800000002"),
                Map.of("name", "Wang Lei", "phone", "+8613800000003")));
    return anyone
        .as(captain)
        .post(path(event, "/registrations"), Map.of("ticketTypeId", event.type(), "team", team))
        .expect(201)
        .json();
  }
}
