package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.MessageProbe.Heard;
import tools.jackson.databind.JsonNode;

/**
 * Compares what callers were told with what is stored and with what was sent, after whatever has
 * happened.
 */
final class Checker {

  private static final String CONFIRMED = "registration.confirmed.v1";

  /** A registration as it is stored: {@code place} is its type with its number. */
  record Row(String id, String person, String place) {}

  private final List<Row> stored;

  Checker(List<Row> stored) {
    this.stored = List.copyOf(stored);
  }

  /** Everything that an event's organiser sees. */
  static Checker of(Api api, EventFixture event) {
    Api organiser = api.as("checker", "organiser@" + event.organisation);
    List<Row> rows = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode part =
          organiser
              .get("/api/events/" + event.id + "/registrations?limit=200" + cursor)
              .expect(200)
              .json();
      part.path("items").forEach(row -> rows.add(row(row)));
      cursor = part.has("next") ? "&cursor=" + part.path("next").asString() : "";
    } while (!cursor.isEmpty());
    return new Checker(rows);
  }

  /** Everybody who was told yes is stored; nobody holds two places; no place is held twice. */
  Checker nothingAcknowledgedIsLost(Map<String, String> toldYes, int most) {
    assertThat(ids()).containsAll(toldYes.values());
    assertThat(stored).as("never oversold").hasSizeLessThanOrEqualTo(most);
    assertThat(stored).extracting(Row::place).as("places").doesNotHaveDuplicates();
    assertThat(stored).extracting(Row::person).as("people").doesNotHaveDuplicates();
    return this;
  }

  /**
   * Whether each of them is told of by now. Fails if one is told of twice (message ids are what a
   * consumer deduplicates by), or somebody is who has no registration.
   */
  boolean eachIsToldOnce(List<Heard> heard) {
    Map<String, Set<String>> messages = new TreeMap<>();
    for (Heard message : heard) {
      if (message.type().equals(CONFIRMED)) {
        messages.computeIfAbsent(message.key(), key -> new HashSet<>()).add(message.id());
      }
    }
    assertThat(messages.values()).allSatisfy(one -> assertThat(one).hasSize(1));
    assertThat(ids()).as("who is told has a registration").containsAll(messages.keySet());
    return messages.keySet().containsAll(ids());
  }

  int size() {
    return stored.size();
  }

  private List<String> ids() {
    return stored.stream().map(Row::id).toList();
  }

  private static Row row(JsonNode row) {
    return new Row(
        row.path("id").asString(),
        row.path("name").asString(),
        row.path("ticketType").path("id").asString() + row.path("ticketNumber").asString());
  }
}
