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

  private final List<JsonNode> stored = new ArrayList<>();

  Checker(Api api, EventFixture event) {
    Api organiser = api.as("checker", "organiser@" + event.organisation);
    String cursor = "";
    do {
      JsonNode part =
          organiser
              .get("/api/events/" + event.id + "/registrations?limit=200" + cursor)
              .expect(200)
              .json();
      part.path("items").forEach(stored::add);
      cursor = part.has("next") ? "&cursor=" + part.path("next").asString() : "";
    } while (!cursor.isEmpty());
  }

  /** Everybody who was told yes is stored; nobody holds two places; no place is held twice. */
  Checker nothingAcknowledgedIsLost(Map<String, String> toldYes, int capacity) {
    assertThat(ids()).containsAll(toldYes.values());
    assertThat(stored).as("never oversold").hasSizeLessThanOrEqualTo(capacity);
    assertThat(texts("ticketNumber")).as("places").doesNotHaveDuplicates();
    assertThat(texts("name")).as("people").doesNotHaveDuplicates();
    return this;
  }

  /** Each of them is told of once: message ids are what a consumer deduplicates by. */
  boolean eachIsToldOnce(List<Heard> heard) {
    Map<String, Set<String>> messages = new TreeMap<>();
    for (Heard message : heard) {
      if (message.type().equals("registration.confirmed.v1")) {
        messages.computeIfAbsent(message.key(), key -> new HashSet<>()).add(message.id());
      }
    }
    assertThat(messages.values()).allSatisfy(one -> assertThat(one).hasSize(1));
    return messages.keySet().containsAll(ids());
  }

  int size() {
    return stored.size();
  }

  private List<String> ids() {
    return texts("id");
  }

  private List<String> texts(String field) {
    return stored.stream().map(row -> row.path(field).asString()).toList();
  }
}
