package org.juxian.registration.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.platform.values.Text;
import org.juxian.registration.EventFixture;
import org.juxian.registration.ServiceTest;
import org.juxian.registration.persistence.AnswerStore;
import org.juxian.registration.persistence.RegistrationStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class PrivacyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String REQUESTS = "/api/registrations/privacy-requests";
  private static final String CONSENTS = "/api/registrations/consents";

  @LocalServerPort private int port;
  @Autowired private Consents consents;
  @Autowired private Retention retention;
  @Autowired private AnswerStore answers;
  @Autowired private OwnData data;
  @Autowired private RegistrationStore registrations;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  @Test
  void what_is_allowed_is_a_ledger_that_only_grows() {
    Api li = anyone.as(EventFixture.newId());
    assertThat(li.get(CONSENTS).expect(200).json().path("items").path(0).has("given")).isFalse();
    li.put(CONSENTS, Map.of("purpose", "photos", "given", true)).expect(200);
    li.put(CONSENTS, Map.of("purpose", "photos", "given", true)).expect(200);
    JsonNode now = li.put(CONSENTS, Map.of("purpose", "photos", "given", false)).expect(200).json();
    assertThat(now.path("ledger")).hasSize(2);
    assertThat(now.path("ledger").path(0).path("given").asBoolean()).isTrue();
    assertThat(now.path("ledger").path(1).path("given").asBoolean()).isFalse();
    assertThat(
            li.put(CONSENTS, Map.of("purpose", "all", "given", true))
                .expectProblem(422, "invalid")
                .faultyFields())
        .containsExactly("purpose");
  }

  @Test
  void no_entry_is_lost_when_two_are_written_at_once() {
    String person = EventFixture.newId();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        boolean given = i % 2 == 0;
        threads.execute(() -> consents.say(person, Purpose.NEWS, given));
      }
    }
    List<Consent> ledger = consents.all(person);
    List<Integer> numbers = ledger.stream().map(Consent::number).toList();
    List<Integer> gapless = new ArrayList<>();
    for (int i = 1; i <= ledger.size(); i++) {
      gapless.add(i);
      assertThat(i == 1 || ledger.get(i - 1).given() != ledger.get(i - 2).given()).isTrue();
    }
    assertThat(numbers).isEqualTo(gapless);
  }

  @Test
  void an_export_is_complete_when_every_service_has_answered() {
    EventFixture fair = EventFixture.aFair().withPlaces(3).published(anyone);
    String person = EventFixture.newId();
    Api li = anyone.as(person);
    register(li, fair);
    try (MessageProbe probe = MessageProbe.on("juxian.privacy")) {
      Api.Answer asked = li.post(REQUESTS, Map.of("kind", "export")).expect(202);
      String id = asked.json().path("id").asString();
      assertThat(OffsetDateTime.parse(asked.json().path("keptUntil").asString()))
          .isEqualTo(OffsetDateTime.parse(asked.json().path("at").asString()).plusDays(7));
      MessageProbe.Heard answered =
          probe.await("privacy.answered.v1", heard -> heard.key().equals(id));
      Contracts.assertValid("privacy.answered.v1", answered.data());
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(receipt(li, id).path("missing")).hasSize(5));
      for (String service : List.of("identity", "fair", "competition", "forum")) {
        answer(service, id);
      }
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(receipt(li, id).path("missing").toString())
                      .isEqualTo("[\"notification\"]"));
      assertThat(receipt(li, id).path("status").asString()).isEqualTo("pending");
      answer("notification", id);
      await()
          .atMost(PATIENCE)
          .until(() -> receipt(li, id).path("status").asString(), "completed"::equals);
      JsonNode archive = li.get(REQUESTS + "/" + id + "/archive").expect(200).json();
      assertThat(archive.path("services").path("registration").toString()).contains(fair.id);
      assertThat(archive.path("services").path("fair").path("of").asString()).isEqualTo("fair");
      anyone.as("other").get(REQUESTS + "/" + id).expectProblem(404, "not-found");
      anyone.as("other").get(REQUESTS + "/" + id + "/archive").expectProblem(404, "not-found");
    }
    li.post(REQUESTS, Map.of("kind", "x")).expectProblem(422, "invalid");
  }

  @Test
  void who_is_forgotten_leaves_a_place_and_no_name() {
    EventFixture fair = EventFixture.aFair().withPlaces(1).published(anyone);
    String person = EventFixture.newId();
    Api li = anyone.as(person);
    ask(fair);
    String registration = register(li, fair);
    String id =
        li.post(REQUESTS, Map.of("kind", "erasure")).expect(202).json().path("id").asString();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(receipt(li, id).path("completed").has("registration")).isTrue());
    JsonNode left = li.get("/api/registrations/" + registration).expect(200).json();
    assertThat(left.path("status").asString()).isEqualTo("cancelled");
    assertThat(left.path("name").asString()).isEqualTo("-");
    assertThat(answers.find(fair.id, person).version()).isZero();
    register(anyone.as(EventFixture.newId()), fair);
  }

  @Test
  void which_sessions_somebody_chose_is_theirs_to_see_and_to_have_forgotten() {
    EventFixture forum = EventFixture.aForum().withPlaces(2);
    String talk = forum.talk("机器人", "R1", 30, 60);
    forum.published(anyone);
    String person = EventFixture.newId();
    String registration = register(anyone.as(person), forum);
    anyone
        .as(person)
        .put("/api/registrations/" + registration + "/sessions", Map.of("sessions", List.of(talk)))
        .expect(200);
    assertThat(data.export(person).toString()).contains(talk, "机器人");
    data.erase(person);
    assertThat(data.export(person).toString()).doesNotContain(talk);
  }

  @Test
  void a_captain_who_is_forgotten_takes_the_teams_names_along() {
    EventFixture competition = EventFixture.aTeamCompetition(3).published(anyone);
    String captain = EventFixture.newId();
    Map<String, Object> team =
        Map.of(
            "name",
            "启明一队",
            "members",
            List.of(
                Map.of("name", "陈思远", "phone", "+8613800000002"),
                Map.of("name", "Wang Lei", "phone", "+8613800000003")));
    String id =
        anyone
            .as(captain)
            .post(
                "/api/events/" + competition.id + "/registrations",
                Map.of("ticketTypeId", competition.type(), "team", team))
            .expect(201)
            .json()
            .path("id")
            .asString();
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      data.erase(captain);
      data.erase(captain);
      MessageProbe.Heard told =
          probe.await("registration.cancelled.v1", one -> one.key().equals(id));
      Contracts.assertValid("registration.cancelled.v1", told.data());
      assertThat(told.data().path("team").path("members")).hasSize(2);
    }
    assertThat(data.export(captain).toString()).doesNotContain("陈思远", "Wang Lei", "+861380000");
    assertThat(registrations.find(id).orElseThrow().toString())
        .doesNotContain("陈思远", "Wang Lei", "+861380000")
        .contains("启明一队");
  }

  @Test
  void a_member_who_is_forgotten_leaves_the_team_that_a_captain_named_them_in() {
    Named named = named("何敏");
    data.erase(named.member());
    data.erase(named.member());
    assertThat(team(named)).contains("陈思远", "启明一队").doesNotContain("何敏", named.phone());
  }

  @Test
  void also_where_the_news_that_the_number_is_gone_comes_before_the_wish() {
    Named named = named("何敏");
    String nowhere = named.member() + "@erased.example.org";
    told(named.member(), 2, Map.of("name", "-", "mail", nowhere, "forgotten", true));
    await().atMost(PATIENCE).until(() -> !team(named).contains(named.phone()));
    data.erase(named.member());
    assertThat(team(named)).contains("陈思远", "启明一队").doesNotContain("何敏", named.phone());
  }

  /** Somebody with an account, whom a captain named. */
  private record Named(String member, String phone, String registration) {}

  private Named named(String name) {
    EventFixture competition = EventFixture.aTeamCompetition(3).published(anyone);
    String member = EventFixture.newId();
    String phone = "+86139" + String.format("%08d", Math.floorMod(member.hashCode(), 100_000_000));
    told(member, 1, Map.of("name", name, "phone", phone));
    await().atMost(PATIENCE).until(() -> data.export(member).toString().contains(phone));
    Map<String, Object> team =
        Map.of(
            "name",
            "启明一队",
            "members",
            List.of(
                Map.of("name", "陈思远", "phone", "+8613800000002"),
                Map.of("name", name, "phone", phone)));
    String id =
        anyone
            .as(EventFixture.newId())
            .post(
                "/api/events/" + competition.id + "/registrations",
                Map.of("ticketTypeId", competition.type(), "team", team))
            .expect(201)
            .json()
            .path("id")
            .asString();
    return new Named(member, phone, id);
  }

  private String team(Named named) {
    return registrations.find(named.registration()).orElseThrow().toString();
  }

  private static void told(String person, long sequence, Map<String, Object> of) {
    Map<String, Object> all = new HashMap<>(of);
    all.putAll(Map.of("personId", person, "language", "zh", "grants", List.of()));
    MessageProbe.publish("juxian.identity", "identity.person-changed.v1", person, sequence, all);
  }

  @Test
  void who_sees_others_leaves_a_trace() {
    EventFixture fair = EventFixture.aFair().withPlaces(2).published(anyone);
    String registration = register(anyone.as(EventFixture.newId()), fair);
    Api organiser = anyone.as("boss", "organiser@" + fair.organisation);
    organiser.get("/api/events/" + fair.id + "/registrations?query=secret").expect(200);
    organiser.get("/api/events/" + fair.id + "/registrations.csv").expect(200);
    organiser.get("/api/registrations/" + registration + "/answers").expect(200);
    Api.Answer audit = organiser.get("/api/events/" + fair.id + "/audit").expect(200);
    List<String> actions = new ArrayList<>();
    audit.json().path("items").forEach(one -> actions.add(one.path("action").asString()));
    assertThat(actions).containsExactly("answers", "export", "list");
    assertThat(audit.text()).contains("boss", registration).doesNotContain("secret");
    anyone
        .as("x", "organiser@" + EventFixture.newId())
        .get("/api/events/" + fair.id + "/audit")
        .expectProblem(403, "not-allowed");
  }

  @Test
  void what_was_kept_long_enough_is_let_go_of() {
    EventFixture fair = EventFixture.aFair().withPlaces(2).published(anyone);
    String person = EventFixture.newId();
    ask(fair);
    register(anyone.as(person), fair);
    retention.tidy(Instant.now());
    assertThat(answers.find(fair.id, person).version()).isEqualTo(1);
    retention.tidy(fair.start().plus(Duration.ofDays(181)));
    assertThat(answers.find(fair.id, person).version()).isZero();
  }

  private void ask(EventFixture event) {
    anyone
        .as("boss", "organiser@" + event.organisation)
        .with("If-Match", "\"0\"")
        .put(
            "/api/events/" + event.id + "/form",
            Map.of(
                "questions",
                List.of(Map.of("id", "q", "kind", "text", "label", new Text("问", "Q")))))
        .expect(200);
  }

  private static void answer(String service, String id) {
    MessageProbe.publish(
        "juxian.privacy",
        "privacy.answered.v1",
        id,
        1,
        Map.of(
            "requestId",
            id,
            "service",
            service,
            "kind",
            "export",
            "completedAt",
            Instant.now(),
            "data",
            Map.of("of", service)));
  }

  private static JsonNode receipt(Api caller, String id) {
    return caller.get(REQUESTS + "/" + id).expect(200).json();
  }

  private static String register(Api caller, EventFixture event) {
    return caller
        .post(
            "/api/events/" + event.id + "/registrations",
            Map.of("ticketTypeId", event.type(), "answers", Map.of()))
        .expect(201)
        .json()
        .path("id")
        .asString();
  }
}
