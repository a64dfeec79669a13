package org.juxian.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans fairs and publishes them, through the gateway like any organiser. */
final class Organiser {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ORGANISATION = "0".repeat(31) + "1";

  private final Gateway gateway;
  private final Person person;

  Organiser(Gateway gateway, TokenMint mint) {
    this.gateway = gateway;
    this.person = Person.of(mint, 0, List.of("organiser@" + ORGANISATION));
  }

  /** So many events, each with so many places; returns when all can be registered for. */
  List<OpenEvent> open(int count, int capacity) throws IOException, InterruptedException {
    List<OpenEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JsonNode fair = post("/api/fairs", JSON.writeValueAsString(fair(capacity)));
      String id = fair.path("id").asString();
      post("/api/fairs/" + id + "/publish", "");
      events.add(new OpenEvent(id, fair.at("/ticketTypes/0/id").asString(), capacity));
    }
    for (OpenEvent event : events) {
      awaitListed(event);
    }
    return events;
  }

  private void awaitListed(OpenEvent event) throws IOException, InterruptedException {
    long limit = System.nanoTime() + 60_000_000_000L;
    while (gateway.get(person, "/api/events/" + event.id()).statusCode() != 200) {
      if (System.nanoTime() > limit) {
        throw new IllegalStateException("A published event does not arrive.");
      }
      Thread.sleep(50);
    }
  }

  private JsonNode post(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = gateway.post(person, path, body, UUID.randomUUID().toString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
  }

  private static Map<String, Object> fair(int capacity) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    return Map.of(
        "organisationId", ORGANISATION,
        "title", text("岭湾区春季人才交流大会", "Lingwan Spring Talent Fair"),
        "summary", text("六十余家企业，现场面试。", "More than sixty employers, interviews on the spot."),
        "startsAt", now.plusDays(30).toString(),
        "endsAt", now.plusDays(30).plusHours(8).toString(),
        "venue",
            Map.of(
                "name", text("岭湾会展中心", "Lingwan Convention Centre"),
                "address", text("创新大道 18 号", "18 Chuangxin Avenue")),
        "halls", List.of(),
        "ticketTypes",
            List.of(
                Map.of(
                    "name", text("观众", "Visitor"),
                    "capacity", capacity,
                    "opensAt", now.minusDays(1).toString(),
                    "closesAt", now.plusDays(29).toString())));
  }

  private static Map<String, String> text(String zh, String en) {
    return Map.of("zh", zh, "en", en);
  }
}
