package org.juxian.registration.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.registration.EventFixture.aFair;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.registration.EventFixture;
import org.juxian.registration.ServiceTest;
import org.juxian.registration.persistence.MeetingStore;
import org.juxian.registration.persistence.RegistrationStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.AopTestUtils;
import tools.jackson.databind.JsonNode;

/** Two people settle the same doubt, each having seen that it is open. */
@ServiceTest
class SettleDoubtsRaceTest {

  private static final String NONCE = "scan-of-the-second-door";

  @LocalServerPort private int port;
  @Autowired private RegistrationStore registrations;
  @Autowired private InstantSource clock;

  @Test
  void the_word_of_one_stands_and_the_other_hears_so() throws Exception {
    assertThat(told(true))
        .hasOnlyElementsOfTypes(SettleDoubts.Answer.Done.class, SettleDoubts.Answer.Refused.class)
        .filteredOn(SettleDoubts.Answer.Done.class::isInstance)
        .hasSize(1);
  }

  @Test
  void without_the_guard_of_the_version_both_are_told_that_their_word_stands() throws Exception {
    assertThat(told(false)).hasOnlyElementsOfType(SettleDoubts.Answer.Done.class).hasSize(2);
  }

  private List<SettleDoubts.Answer> told(boolean guarded) throws Exception {
    EventFixture fair = aFair().withPlaces(1).published(Api.at(port));
    String id = letInTwice(fair);
    SettleDoubts settling =
        new SettleDoubts(
            new MeetingStore(AopTestUtils.getUltimateTargetObject(registrations), guarded), clock);
    List<Callable<SettleDoubts.Answer>> calls =
        List.of(
            () -> settling.settle(fair.id, id, List.of(NONCE), "wang", "scanned twice"),
            () -> settling.settle(fair.id, id, List.of(NONCE), "li", "a brother"));
    List<SettleDoubts.Answer> told = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<SettleDoubts.Answer> call : threads.invokeAll(calls)) {
        told.add(call.get());
      }
    }
    return told;
  }

  private String letInTwice(EventFixture fair) {
    String event = "/api/events/" + fair.id;
    JsonNode registration =
        Api.at(port)
            .as(EventFixture.newId())
            .post(event + "/registrations", Map.of("ticketTypeId", fair.type()))
            .expect(201)
            .json();
    String token = registration.path("ticket").path("token").asString();
    String now = Instant.now().toString();
    List<Object> scans =
        List.of(
            Map.of("nonce", "scan-of-the-first-door", "token", token, "at", now),
            Map.of("nonce", NONCE, "token", token, "at", now));
    Api.at(port)
        .as("door", "door-staff@" + fair.organisation)
        .post(event + "/check-ins/batch", Map.of("deviceId", "device-of-a-door", "scans", scans))
        .expect(200);
    return registration.path("id").asString();
  }
}
