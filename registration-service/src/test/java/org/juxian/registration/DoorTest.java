package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.registration.EventFixture.aFair;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.MessageProbe;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class DoorTest {

  @LocalServerPort private int port;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  @Test
  void a_ticket_shown_at_64_doors_of_two_replicas_at_once_lets_in_once() throws Exception {
    Replica second = Replica.second();
    EventFixture fair = aFair().withPlaces(3).published(anyone, second.api());
    letInOnce(fair, List.of(anyone, second.api()));
  }

  private void letInOnce(EventFixture fair, List<Api> replicas) throws Exception {
    JsonNode registration = register(fair, EventFixture.newId());
    try (MessageProbe probe = MessageProbe.on("juxian.registration");
        ExecutorService doors = Executors.newFixedThreadPool(64)) {
      List<Callable<Api.Answer>> scans =
          IntStream.range(0, 64)
              .mapToObj(i -> staff(replicas.get(i % replicas.size()), fair))
              .<Callable<Api.Answer>>map(door -> () -> scan(door, fair, registration))
              .toList();
      List<Integer> answers =
          doors.invokeAll(scans).stream()
              .map(Future::resultNow)
              .map(Api.Answer::status)
              .sorted()
              .toList();
      assertThat(answers).hasSize(64).startsWith(200, 409).endsWith(409);
      MessageProbe.Heard told =
          probe.await(
              "registration.checked-in.v1",
              one -> one.key().equals(registration.path("id").asString()));
      Contracts.assertValid("registration.checked-in.v1", told.data());
    }
    Api.Answer again =
        scan(staff(anyone, fair), fair, registration).expectProblem(409, "already-checked-in");
    assertThat(again.json().path("checkedInAt").asString()).isNotEmpty();
    anyone
        .as("boss", "organiser@" + fair.organisation)
        .post("/api/registrations/" + registration.path("id").asString() + "/cancel", null)
        .expectProblem(409, "already-checked-in");
  }

  @Test
  void what_is_no_ticket_for_this_event_lets_nobody_in() {
    EventFixture fair = aFair().withPlaces(3).published(anyone);
    EventFixture other = aFair().withPlaces(3).published(anyone);
    Api door = anyone.as("door", "door-staff@" + fair.organisation);
    scan(door, fair, register(other, "p1")).expectProblem(409, "wrong-event");
    JsonNode cancelled = register(fair, "p2");
    anyone
        .as("p2")
        .post("/api/registrations/" + cancelled.path("id").asString() + "/cancel", null)
        .expect(200);
    scan(door, fair, cancelled).expectProblem(409, "ticket-cancelled");
    String token = register(fair, "p3").path("ticket").path("token").asString();
    String forged =
        token.substring(0, 30) + (token.charAt(30) == 'A' ? 'B' : 'A') + token.substring(31);
    assertThat(
            door.post("/api/events/" + fair.id + "/check-ins", Map.of("token", forged))
                .expectProblem(422, "invalid")
                .faultyFields())
        .containsExactly("token");
    anyone
        .as("stranger", "door-staff@" + EventFixture.newId())
        .post("/api/events/" + fair.id + "/check-ins", Map.of("token", token))
        .expectProblem(403, "not-allowed");
    assertThat(anyone.get("/api/events/ticket-keys").expect(200).json().path("items")).hasSize(1);
  }

  private static Api staff(Api api, EventFixture event) {
    return api.as("door", "door-staff@" + event.organisation);
  }

  private static Api.Answer scan(Api door, EventFixture event, JsonNode registration) {
    return door.post(
        "/api/events/" + event.id + "/check-ins",
        Map.of("token", registration.path("ticket").path("token").asString()));
  }

  private JsonNode register(EventFixture event, String person) {
    return event.registered(anyone.as(person));
  }
}
