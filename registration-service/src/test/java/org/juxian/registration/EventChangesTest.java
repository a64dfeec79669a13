package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.juxian.registration.EventFixture.aFair;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.platform.testkit.MessageProbe.Heard;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class EventChangesTest {

  @LocalServerPort private int port;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  @Test
  void a_change_reaches_each_registration_once() {
    EventFixture fair = aFair().withPlaces(20).published(anyone);
    Set<String> registered = register(fair, 12);
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      fair.at("新会堂", "New Hall").changed("venue");
      for (String id : registered) {
        Heard told = probe.await("registration.event-changed.v1", one -> one.key().equals(id));
        Contracts.assertValid("registration.event-changed.v1", told.data());
        assertThat(told.data().path("venue").path("name").path("en").asString())
            .isEqualTo("New Hall");
      }
      fair.capacity(30).changed("tickets");
      await()
          .until(() -> anyone.get("/api/events/" + fair.id).json().path("capacity").asInt() == 30);
      assertThat(probe.heardWithin(Duration.ofSeconds(1)))
          .filteredOn(one -> one.data().path("eventId").asString("").equals(fair.id))
          .hasSize(12);
    }
  }

  @Test
  void a_cancellation_cancels_each_registration_and_closes_the_door() {
    EventFixture fair = aFair().withPlaces(20).published(anyone);
    Set<String> registered = register(fair, 7);
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      fair.cancelled();
      for (String id : registered) {
        Heard told = probe.await("registration.cancelled.v1", one -> one.key().equals(id));
        Contracts.assertValid("registration.cancelled.v1", told.data());
        assertThat(told.data().path("cause").asString()).isEqualTo("event-cancelled");
        assertThat(told.data().path("reason").path("en").asString()).isEqualTo("Typhoon");
      }
    }
    anyone
        .as("late")
        .post("/api/events/" + fair.id + "/registrations", Map.of("ticketTypeId", fair.type()))
        .expectProblem(409, "cancelled");
  }

  @Test
  void a_reminder_comes_once_for_each_start() {
    EventFixture fair =
        aFair().withPlaces(5).startingAt(Instant.now().plus(Duration.ofDays(3))).published(anyone);
    Set<String> registered = register(fair, 3);
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      fair.startingAt(Instant.now().plus(Duration.ofHours(20))).changed("time");
      for (String id : registered) {
        Heard told = probe.await("registration.reminder-due.v1", one -> one.key().equals(id));
        Contracts.assertValid("registration.reminder-due.v1", told.data());
      }
      assertThat(reminders(probe.heardWithin(Duration.ofSeconds(2)), fair)).hasSize(3);
      fair.startingAt(Instant.now().plus(Duration.ofHours(22))).changed("time");
      await()
          .atMost(Duration.ofSeconds(15))
          .until(
              () -> reminders(probe.heardWithin(Duration.ofMillis(200)), fair).size(),
              size -> size == 6);
    }
  }

  private static List<Heard> reminders(List<Heard> heard, EventFixture event) {
    return heard.stream()
        .filter(one -> one.type().equals("registration.reminder-due.v1"))
        .filter(one -> one.data().path("eventId").asString().equals(event.id))
        .toList();
  }

  private Set<String> register(EventFixture event, int people) {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < people; i++) {
      ids.add(event.registered(anyone.as(EventFixture.newId())).path("id").asString());
    }
    return ids;
  }
}
