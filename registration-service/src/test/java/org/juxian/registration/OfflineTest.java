package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.registration.EventFixture.aFair;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.EndpointWalk;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Devices that let people in without a network, and what comes of it. */
@ServiceTest
class OfflineTest {

  private static final String EAST = "device-at-the-east-door";
  private static final String WEST = "device-at-the-west-door";

  private final Instant nine =
      Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MILLIS);

  @LocalServerPort private int port;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  @Test
  void what_is_sent_twice_counts_once_and_keeps_its_time() {
    EventFixture fair = aFair().withPlaces(9).published(anyone);
    JsonNode registration = register(fair, "李");
    List<Object> scans = List.of(scan("scan-number-000001", token(registration), nine));
    JsonNode first = upload(fair, EAST, scans).path(0);
    assertThat(first.path("result").asString()).isEqualTo("counted");
    assertThat(first.path("again").asBoolean()).isFalse();
    JsonNode again = upload(fair, EAST, scans).path(0);
    assertThat(again.path("result").asString()).isEqualTo("counted");
    assertThat(again.path("again").asBoolean()).isTrue();
    String at =
        boss(fair)
            .get("/api/registrations/" + registration.path("id").asString())
            .expect(200)
            .json()
            .path("checkedInAt")
            .asString();
    assertThat(OffsetDateTime.parse(at).toInstant()).isEqualTo(nine);
    assertThat(cases(fair)).isEmpty();
  }

  @Test
  void who_was_let_in_twice_is_listed_with_where_and_when() {
    EventFixture fair = aFair().withPlaces(9).published(anyone);
    JsonNode twice = register(fair, "王");
    register(fair, "once");
    JsonNode cancelled = register(fair, "gone");
    anyone
        .as("gone")
        .post("/api/registrations/" + cancelled.path("id").asString() + "/cancel", null)
        .expect(200);
    upload(fair, EAST, List.of(scan("scan-number-000011", token(twice), nine)));
    JsonNode west =
        upload(
            fair,
            WEST,
            List.of(
                scan("scan-number-000012", token(twice), nine.plusSeconds(60)),
                scan("scan-number-000013", token(cancelled), nine),
                scan("scan-number-000014", "JX1.NOTICKET", nine)));
    assertThat(reasons(west)).containsExactly("already-in", "cancelled", "bad-token");
    assertThat(west.path(0).path("result").asString()).isEqualTo("in-doubt");
    assertThat(west.path(2).path("result").asString()).isEqualTo("refused");
    JsonNode cases = cases(fair);
    assertThat(cases).hasSize(2);
    JsonNode scans = cases.path(0).path("scans");
    assertThat(scans).hasSize(2);
    assertThat(scans.path(1).path("deviceId").asString()).isEqualTo(WEST);
    assertThat(scans.path(1).path("doubt").asString()).isEqualTo("already-in");
    assertThat(OffsetDateTime.parse(scans.path(1).path("at").asString()).toInstant())
        .isEqualTo(nine.plusSeconds(60));
    assertThat(cases.path(1).path("status").asString()).isEqualTo("cancelled");
    String csv = boss(fair).get(report(fair) + ".csv").expect(200).text();
    assertThat(csv.lines().toList()).hasSize(4);
    assertThat(csv).startsWith("\uFEFFTicket,").contains("let in twice", "cancelled", WEST);
    staff(anyone, fair).get(report(fair) + ".csv").expect(403);
    anyone.as("door", "door-staff@" + EventFixture.newId()).get(report(fair)).expect(403);
  }

  @Test
  void a_doubt_is_settled_once_with_a_note_and_one_that_comes_later_is_open() {
    EventFixture fair = aFair().withPlaces(9).published(anyone);
    JsonNode twice = register(fair, "周");
    upload(fair, EAST, List.of(scan("scan-number-000031", token(twice), nine)));
    upload(fair, WEST, List.of(scan("scan-number-000032", token(twice), nine.plusSeconds(60))));
    String path = report(fair) + "/" + twice.path("id").asString() + "/settle";
    Map<String, Object> both = Map.of("note", " 门岗重复扫码 ", "scans", List.of("scan-number-000032"));
    JsonNode settled = staff(anyone, fair).post(path, both).expect(200).json();
    assertThat(settled.path("open").asInt()).isZero();
    assertThat(settled.path("doubts").asInt()).isOne();
    JsonNode how = settled.path("scans").path(1).path("settled");
    assertThat(how.path("note").asString()).isEqualTo("门岗重复扫码");
    assertThat(settled.path("scans").path(0).has("settled")).isFalse();
    staff(anyone, fair).post(path, both).expect(200);
    boss(fair).post(path, both).expectProblem(409, "settled-before");
    assertThat(open(fair)).isEmpty();
    assertThat(cases(fair)).hasSize(1);
    assertThat(boss(fair).get(report(fair) + ".csv").expect(200).text()).contains("门岗重复扫码");
    upload(fair, WEST, List.of(scan("scan-number-000033", token(twice), nine.plusSeconds(90))));
    assertThat(open(fair).path(0).path("open").asInt()).isOne();
    assertThat(settling(path, "scan-number-000031")).containsExactly("scans[0]");
    assertThat(settling(path, "scan-number-000033", "no-such-scan")).containsExactly("scans[1]");
    staff(anyone, fair).post(path.replace(fair.id, EventFixture.newId()), both).expect(404);
    EventFixture other = aFair().withPlaces(1).published(anyone);
    staff(anyone, other).post(path.replace(fair.id, other.id), both).expect(404);
    assertThat(boss(fair).get("/api/events/" + fair.id + "/audit").expect(200).text())
        .contains("settle-doubts", twice.path("id").asString())
        .doesNotContain("门岗重复扫码");
  }

  private List<String> settling(String path, String... scans) {
    return anyone
        .as("boss", "administrator")
        .post(path, Map.of("note", "看过", "scans", List.of(scans)))
        .expectProblem(422, "invalid")
        .faultyFields();
  }

  private JsonNode open(EventFixture fair) {
    return boss(fair).get(report(fair) + "?open=true").expect(200).json().path("items");
  }

  @Test
  void two_replicas_hear_the_same_and_other_scans_at_once_and_count_each_person_once()
      throws Exception {
    Replica second = Replica.second();
    EventFixture fair = aFair().withPlaces(20).published(anyone, second.api());
    List<Object> east = new ArrayList<>();
    List<Object> west = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String token = token(register(fair, "p" + i));
      east.add(scan("scan-in-the-east-" + i, token, nine));
      west.add(scan("scan-in-the-west-" + i, token, nine));
    }
    List<Callable<JsonNode>> uploads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Api api = i % 2 == 0 ? anyone : second.api();
      boolean eastern = i % 4 < 2;
      uploads.add(() -> upload(api, fair, eastern ? EAST : WEST, eastern ? east : west));
    }
    try (ExecutorService devices = Executors.newFixedThreadPool(8)) {
      for (Future<JsonNode> done : devices.invokeAll(uploads)) {
        assertThat(done.get()).hasSize(10);
      }
    }
    JsonNode cases = cases(fair);
    assertThat(cases).hasSize(10);
    cases.forEach(
        one -> {
          assertThat(one.path("doubts").asInt()).isOne();
          assertThat(one.path("scans")).hasSize(2);
        });
  }

  @Test
  void what_cannot_be_is_named() {
    EventFixture fair = aFair().withPlaces(9).published(anyone);
    String token = token(register(fair, "named"));
    Map<String, Object> body = body(EAST, List.of(scan("scan-number-000021", token, nine)));
    EndpointWalk.everyPlaceIsHeld(staff(anyone, fair), "POST", batch(fair), body);
    assertThat(faulty(fair, body(EAST, Collections.nCopies(501, Map.of()))))
        .anyMatch(field -> field.startsWith("scans"));
    Map<String, Object> old = scan("scan-number-000022", token, Instant.EPOCH);
    assertThat(faulty(fair, body(EAST, List.of(old)))).containsExactly("scans[0].at");
    assertThat(faulty(fair, body("short", List.of(old)))).containsExactly("deviceId");
  }

  private List<String> faulty(EventFixture fair, Object body) {
    Api.Answer answer = staff(anyone, fair).post(batch(fair), body);
    assertThat(answer.status()).isBetween(400, 422);
    return answer.faultyFields();
  }

  private static List<String> reasons(JsonNode results) {
    List<String> reasons = new ArrayList<>();
    results.forEach(one -> reasons.add(one.path("reason").asString()));
    return reasons;
  }

  private JsonNode upload(EventFixture fair, String device, List<Object> scans) {
    return upload(anyone, fair, device, scans);
  }

  private static JsonNode upload(Api api, EventFixture fair, String device, List<Object> scans) {
    return staff(api, fair).post(batch(fair), body(device, scans)).expect(200).json().path("items");
  }

  private static Map<String, Object> body(String device, List<?> scans) {
    return Map.of("deviceId", device, "scans", scans);
  }

  private static Map<String, Object> scan(String nonce, String token, Instant at) {
    Map<String, Object> scan = new LinkedHashMap<>();
    scan.put("nonce", nonce);
    scan.put("token", token);
    scan.put("at", at.toString());
    return scan;
  }

  private JsonNode cases(EventFixture fair) {
    return boss(fair).get(report(fair)).expect(200).json().path("items");
  }

  private Api boss(EventFixture fair) {
    return anyone.as("boss", "organiser@" + fair.organisation);
  }

  private static Api staff(Api api, EventFixture fair) {
    return api.as("door", "door-staff@" + fair.organisation);
  }

  private JsonNode register(EventFixture fair, String person) {
    return fair.registered(anyone.as(person));
  }

  private static String token(JsonNode registration) {
    return registration.path("ticket").path("token").asString();
  }

  private static String batch(EventFixture fair) {
    return "/api/events/" + fair.id + "/check-ins/batch";
  }

  private static String report(EventFixture fair) {
    return "/api/events/" + fair.id + "/reconciliation";
  }
}
