package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.registration.EventFixture.aFair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.messaging.Ids;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.EndpointWalk;
import org.juxian.platform.values.Text;
import org.juxian.registration.people.Person;
import org.juxian.registration.persistence.PersonStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Doors, zones, coming in again, second thoughts, and the list at the door. */
@ServiceTest
class EntranceTest {

  @LocalServerPort private int port;
  @Autowired private PersonStore people;
  @Autowired private Ids ids;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  @Test
  void two_organisers_do_not_overwrite_each_other() {
    EventFixture fair = aFair().withPlaces(3).published(anyone);
    Api boss = boss(fair);
    Api.Answer before = boss.get(entrance(fair)).expect(200);
    assertThat(before.json().path("version").asLong()).isZero();
    put(fair, "\"0\"", doors(fair)).expect(200);
    put(fair, "\"0\"", doors(fair)).expectProblem(412, "stale");
    boss.put(entrance(fair), doors(fair)).expect(428);
    JsonNode now = staff(fair).get(entrance(fair)).expect(200).json();
    assertThat(now.path("version").asLong()).isOne();
    assertThat(now.path("doors").path(1).path("zoneIds").path(0).asString()).isEqualTo("vip");
    staff(fair).with("If-Match", "\"1\"").put(entrance(fair), doors(fair)).expect(403);
  }

  @Test
  void what_cannot_be_is_named() {
    EventFixture fair = aFair().withPlaces(3).published(anyone);
    Map<String, Object> twice = new LinkedHashMap<>(doors(fair));
    twice.put("zones", List.of(zone("a", "none"), zone("a", "none")));
    assertThat(faulty(fair, twice)).containsExactly("zones[1].id");
    Map<String, Object> nowhere = new LinkedHashMap<>(doors(fair));
    nowhere.put("doors", List.of(door("main", "hall", "cellar")));
    assertThat(faulty(fair, nowhere)).containsExactly("doors[0].zoneIds[1]");
    Map<String, Object> foreign = new LinkedHashMap<>(doors(fair));
    foreign.put("zones", List.of(zone("hall", "free", "nobody")));
    assertThat(faulty(fair, foreign)).containsExactly("zones[0].ticketTypeIds[0]");
    EndpointWalk.everyPlaceIsHeld(boss(fair), "PUT", entrance(fair), doors(fair));
    EndpointWalk.everyPlaceIsHeld(
        staff(fair),
        "POST",
        checkIns(fair),
        Map.of(
            "registrationId", EventFixture.newId(),
            "direction", "in",
            "nonce", EventFixture.newId()));
  }

  @Test
  void one_goes_where_the_ticket_may_go_and_comes_again_as_the_zone_allows() {
    EventFixture fair = aFair().withPlaces(9).withPlaces(9).published(anyone);
    put(fair, "\"0\"", doors(fair)).expect(200);
    String visitor = token(register(fair, "v1", fair.type()));
    String guest = token(register(fair, "g1", fair.type(1)));
    assertThat(pass(fair, visitor, null).expectProblem(422, "invalid").faultyFields())
        .containsExactly("doorId");
    JsonNode in = pass(fair, visitor, "main").expect(200).json();
    assertThat(in.path("scan").path("zoneIds").path(0).asString()).isEqualTo("hall");
    assertThat(in.path("scan").path("zoneIds")).hasSize(1);
    pass(fair, visitor, "lounge").expectProblem(409, "zone-not-open");
    pass(fair, visitor, "main").expectProblem(409, "already-checked-in");
    out(fair, visitor, "main").expect(200);
    out(fair, visitor, "main").expectProblem(409, "not-inside");
    pass(fair, visitor, "main").expect(200);
    pass(fair, guest, "lounge").expect(200);
    pass(fair, guest, "lounge").expectProblem(409, "already-checked-in");
    pass(fair, guest, "main").expect(200);
  }

  @Test
  void a_scan_sent_again_is_answered_the_same_and_its_nonce_is_good_for_one_ticket() {
    EventFixture fair = aFair().withPlaces(9).published(anyone);
    String one = token(register(fair, "n1", fair.type()));
    String other = token(register(fair, "n2", fair.type()));
    Map<String, Object> scan = Map.of("token", one, "nonce", "nonce-of-the-scan-1");
    JsonNode first = staff(fair).post(checkIns(fair), scan).expect(200).json();
    JsonNode again = staff(fair).post(checkIns(fair), scan).expect(200).json();
    assertThat(again.path("repeated").asBoolean()).isTrue();
    assertThat(again.path("scan")).isEqualTo(first.path("scan"));
    assertThat(
            staff(fair)
                .post(checkIns(fair), Map.of("token", other, "nonce", "nonce-of-the-scan-1"))
                .expectProblem(422, "invalid")
                .faultyFields())
        .containsExactly("nonce");
    Replica unguarded = Replica.unguarded();
    Api api = unguarded.api();
    EventFixture there = aFair().withPlaces(9).published(api);
    for (String person : List.of("u1", "u2")) {
      String token = token(api.as(person).post(path(there), wish(there.type())).expect(201).json());
      api.as("door", "door-staff@" + there.organisation)
          .post(checkIns(there), Map.of("token", token, "nonce", "nonce-of-the-scan-1"))
          .expect(200);
    }
  }

  @Test
  void what_happened_last_is_taken_back_by_those_at_the_door_and_told_of_in_the_list() {
    EventFixture fair = aFair().withPlaces(9).published(anyone);
    String person = EventFixture.newId();
    people.apply(new Person(person, "欧阳修文", "+8613712344321"), 1);
    JsonNode registration = register(fair, person, fair.type());
    String id = registration.path("id").asString();
    JsonNode row = list(fair, "?lastFour=4321&name=欧阳").path(0);
    assertThat(row.path("registrationId").asString()).isEqualTo(id);
    assertThat(row.path("lastFour").asString()).isEqualTo("4321");
    assertThat(row.path("status").asString()).isEqualTo("confirmed");
    assertThat(row.toString()).doesNotContain("13712344321").doesNotContain(person);
    assertThat(list(fair, "?lastFour=4321&name=王")).isEmpty();
    assertThat(list(fair, "?lastFour=9999")).isEmpty();
    JsonNode in = staff(fair).post(checkIns(fair), Map.of("registrationId", id)).expect(200).json();
    assertThat(list(fair, "").path(0).path("inside").path(0).asString()).isEqualTo("all");
    String undo = checkIns(fair) + "/" + in.path("scan").path("nonce").asString() + "/undo";
    JsonNode undone = staff(fair).post(undo, null).expect(200).json();
    assertThat(undone.path("scan").path("undoneAt").asString()).isNotEmpty();
    assertThat(list(fair, "").path(0).path("status").asString()).isEqualTo("confirmed");
    staff(fair).post(checkIns(fair) + "/unknown/undo", null).expect(404);
    String seen = boss(fair).get("/api/events/" + fair.id + "/audit").expect(200).text();
    assertThat(seen).contains("door-list").contains("undo-check-in").doesNotContain("4321");
  }

  @Test
  void the_list_is_of_this_event_page_by_page_and_bad_questions_are_named() {
    EventFixture fair = aFair().withPlaces(9).published(anyone);
    EventFixture other = aFair().withPlaces(9).published(anyone);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      expected.add(register(fair, ids.next(), fair.type()).path("id").asString());
    }
    JsonNode elsewhere = register(other, ids.next(), other.type());
    JsonNode first = staff(fair).get(listPath(fair) + "?limit=3").expect(200).json();
    JsonNode rest =
        staff(fair)
            .get(listPath(fair) + "?limit=3&cursor=" + first.path("next").asString())
            .expect(200)
            .json();
    List<String> seen = new ArrayList<>();
    first.path("items").forEach(row -> seen.add(row.path("registrationId").asString()));
    rest.path("items").forEach(row -> seen.add(row.path("registrationId").asString()));
    assertThat(seen).isEqualTo(expected);
    assertThat(fields(staff(fair).get(listPath(fair) + "?lastFour=12")))
        .containsExactly("lastFour");
    assertThat(fields(staff(fair).get(listPath(fair) + "?name=" + "x".repeat(101))))
        .containsExactly("name");
    String theirs = elsewhere.path("id").asString();
    assertThat(fields(staff(fair).post(checkIns(fair), Map.of("registrationId", theirs))))
        .containsExactly("registrationId");
    assertThat(fields(staff(fair).post(checkIns(fair), Map.of()))).containsExactly("token");
    staff(other).get(listPath(fair)).expectProblem(403, "not-allowed");
  }

  private static List<String> fields(Api.Answer answer) {
    assertThat(answer.status()).isBetween(400, 422);
    return answer.faultyFields();
  }

  private static Map<String, Object> doors(EventFixture fair) {
    Map<String, Object> vip = zone("vip", "none");
    vip.put("ticketTypeIds", List.of(lastType(fair)));
    return Map.of(
        "zones",
        List.of(zone("hall", "check-out"), vip),
        "doors",
        List.of(door("main", "hall", "vip"), door("lounge", "vip")));
  }

  private static String lastType(EventFixture fair) {
    return fair.types() > 1 ? fair.type(1) : fair.type();
  }

  private static Map<String, Object> zone(String id, String reEntry, String... types) {
    Map<String, Object> zone = new LinkedHashMap<>();
    zone.put("id", id);
    zone.put("name", new Text("区域", "Zone"));
    zone.put("reEntry", reEntry);
    zone.put("ticketTypeIds", List.of(types));
    return zone;
  }

  private static Map<String, Object> door(String id, String... zones) {
    return Map.of("id", id, "name", new Text("门", "Door"), "zoneIds", List.of(zones));
  }

  private Api.Answer put(EventFixture fair, String version, Object body) {
    return boss(fair).with("If-Match", version).put(entrance(fair), body);
  }

  private List<String> faulty(EventFixture fair, Object body) {
    return put(fair, "\"0\"", body).expectProblem(422, "invalid").faultyFields();
  }

  private Api.Answer pass(EventFixture fair, String token, String doorId) {
    return through(fair, token, doorId, "in");
  }

  private Api.Answer out(EventFixture fair, String token, String doorId) {
    return through(fair, token, doorId, "out");
  }

  private Api.Answer through(EventFixture fair, String token, String doorId, String way) {
    Map<String, Object> scan = new LinkedHashMap<>();
    scan.put("token", token);
    scan.put("doorId", doorId);
    scan.put("direction", way);
    return staff(fair).post(checkIns(fair), scan);
  }

  private JsonNode list(EventFixture fair, String query) {
    return staff(fair)
        .get(listPath(fair) + query.replace("欧阳", "%E6%AC%A7%E9%98%B3").replace("王", "%E7%8E%8B"))
        .expect(200)
        .json()
        .path("items");
  }

  private Api boss(EventFixture fair) {
    return anyone.as("boss", "organiser@" + fair.organisation);
  }

  private Api staff(EventFixture fair) {
    return anyone.as("door", "door-staff@" + fair.organisation);
  }

  private JsonNode register(EventFixture fair, String person, String type) {
    return anyone.as(person).post(path(fair), wish(type)).expect(201).json();
  }

  private static String token(JsonNode registration) {
    return registration.path("ticket").path("token").asString();
  }

  private static Map<String, Object> wish(String type) {
    return Map.of("ticketTypeId", type);
  }

  private static String path(EventFixture fair) {
    return "/api/events/" + fair.id + "/registrations";
  }

  private static String listPath(EventFixture fair) {
    return "/api/events/" + fair.id + "/door-list";
  }

  private static String checkIns(EventFixture fair) {
    return "/api/events/" + fair.id + "/check-ins";
  }

  private static String entrance(EventFixture fair) {
    return "/api/events/" + fair.id + "/entrance";
  }
}
