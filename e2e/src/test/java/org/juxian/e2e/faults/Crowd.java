package org.juxian.e2e.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.juxian.bench.TokenMint;
import org.juxian.e2e.faults.Evidence.Event;
import tools.jackson.databind.JsonNode;

/** People and events for a rush, made through the gateway as administrators and organisers do. */
final class Crowd {

  private static final String ORGANISATION = "fa".repeat(16);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Gateway gateway;
  private final TokenMint tokens;
  private final String administrator;
  private final String organiser;

  Crowd(Gateway gateway, TokenMint tokens) {
    this.gateway = gateway;
    this.tokens = tokens;
    this.administrator = tokens.token("ad".repeat(16), "管理员", List.of("administrator"));
    this.organiser = tokens.token("0e".repeat(16), "陈雅文", List.of("organiser@" + ORGANISATION));
  }

  /** Somebody with a phone or a mail address, who is signed in. */
  record Person(String name, String address, String token) {

    @Override
    public String toString() {
      return name;
    }
  }

  String organiser() {
    return organiser;
  }

  /** So many people, every other with a phone, the others with a mail address. */
  List<Person> people(int count) {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String address =
          i % 2 == 0
              ? String.format(Locale.ROOT, "+86137%08d", i)
              : String.format(Locale.ROOT, "rush%d@juxian.example", i);
      String name = "赵" + i;
      JsonNode added =
          gateway
              .post(
                  administrator,
                  "/api/identity/people",
                  Map.of("address", address, "name", name),
                  "person-" + i)
              .expect(201);
      String id = added.path("personId").asString();
      people.add(new Person(name, address, tokens.token(id, name, List.of())));
    }
    return people;
  }

  /** A published fair; returns when one can register for it. */
  Event event(String title, int capacity, int day) {
    JsonNode fair =
        gateway
            .post(organiser, "/api/fairs", fair(title, capacity, day), "fair-" + day)
            .expect(201);
    String id = fair.path("id").asString();
    gateway
        .post(organiser, "/api/fairs/" + id + "/publish", Map.of(), "publish-" + day)
        .expect(200);
    await("a published event is listed")
        .atMost(PATIENCE)
        .until(() -> gateway.get(organiser, "/api/events/" + id).status() == 200);
    return new Event(id, fair.at("/ticketTypes/0/id").asString(), capacity);
  }

  private static Map<String, Object> fair(String title, int capacity, int day) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    return Map.of(
        "organisationId", ORGANISATION,
        "title", text(title),
        "summary", text(title),
        "startsAt", now.plusDays(day).toString(),
        "endsAt", now.plusDays(day).plusHours(8).toString(),
        "venue", Map.of("name", text("岭湾会展中心"), "address", text("创新大道 18 号")),
        "halls", List.of(),
        "ticketTypes",
            List.of(
                Map.of(
                    "name", text("观众"),
                    "capacity", capacity,
                    "opensAt", now.minusDays(1).toString(),
                    "closesAt", now.plusDays(day - 1L).toString())));
  }

  private static Map<String, String> text(String both) {
    return Map.of("zh", both, "en", both);
  }
}
