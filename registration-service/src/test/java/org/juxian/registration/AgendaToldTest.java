package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.platform.testkit.MessageProbe.Heard;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A forum's change of agenda, as forum-service's golden examples have it, reaches those who are
 * registered and nobody else.
 */
@ServiceTest
class AgendaToldTest {

  @LocalServerPort private int port;

  /** A golden example, of a forum that nobody else has and that one can register for today. */
  private static ObjectNode example(String type, String id) {
    ObjectNode event = (ObjectNode) Contracts.example(type);
    Instant start = Instant.now().plus(Duration.ofDays(30));
    event.put("eventId", id).put("startsAt", start.toString());
    event.put("endsAt", start.plus(Duration.ofHours(3)).toString());
    ((ObjectNode) event.path("ticketTypes").path(0))
        .put("opensAt", Instant.now().minusSeconds(60).toString())
        .put("closesAt", start.toString());
    return event;
  }

  private String register(String id, JsonNode forum) {
    return Api.at(port)
        .as(EventFixture.newId())
        .post(
            "/api/events/" + id + "/registrations",
            Map.of("ticketTypeId", forum.path("ticketTypes").path(0).path("id").asString()))
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  @Test
  void a_change_of_the_agenda_is_told_to_those_registered_only() {
    String id = EventFixture.newId();
    ObjectNode forum = example("forum.published.v1", id);
    MessageProbe.publish("juxian.forum", "forum.published.v1", id, 1, forum);
    await().until(() -> Api.at(port).get("/api/events/" + id).status() == 200);
    Set<String> registered = new HashSet<>();
    for (int people = 0; people < 3; people++) {
      registered.add(register(id, forum));
    }
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      MessageProbe.publish(
          "juxian.forum", "forum.changed.v1", id, 2, example("forum.changed.v1", id));
      Set<String> told = new HashSet<>();
      for (String registration : registered) {
        Heard heard =
            probe.await("registration.event-changed.v1", one -> one.key().equals(registration));
        Contracts.assertValid("registration.event-changed.v1", heard.data());
        assertThat(heard.data().path("changes")).hasSize(1);
        assertThat(heard.data().path("changes").path(0).asString()).isEqualTo("agenda");
        told.add(heard.data().path("registrationId").asString());
      }
      assertThat(told).isEqualTo(registered);
      assertThat(probe.heardWithin(Duration.ofSeconds(1)))
          .filteredOn(one -> one.type().equals("registration.event-changed.v1"))
          .filteredOn(one -> one.data().path("eventId").asString("").equals(id))
          .hasSize(registered.size());
    }
  }
}
