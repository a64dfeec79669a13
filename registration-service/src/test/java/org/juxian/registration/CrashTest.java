package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.juxian.registration.EventFixture.aFair;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.MessageProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * The service is killed in the middle of a rush; callers try again with their keys. {@code
 * -Dkills=5 -Dseed=7} for more of it.
 */
@ServiceTest
class CrashTest {

  private static final int PEOPLE = 900;
  private static final int PLACES = 500;
  private static final int KILLS = Integer.getInteger("kills", 1);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Autowired private Environment environment;
  private final Map<String, String> toldYes = new ConcurrentHashMap<>();
  private final Map<String, Integer> toldNo = new ConcurrentHashMap<>();

  @Test
  void nothing_acknowledged_is_lost_and_everyone_is_told_once() {
    Random random = new Random(Long.getLong("seed", 20261124));
    try (ServiceProcess service = new ServiceProcess(environment, "registration-crash").ready();
        MessageProbe probe = MessageProbe.on("juxian.registration");
        ExecutorService callers = Executors.newFixedThreadPool(64)) {
      EventFixture fair = aFair().withPlaces(PLACES).published(service.api());
      for (int i = 0; i < PEOPLE; i++) {
        String person = EventFixture.newId();
        callers.execute(() -> registerUntilAnswered(service.api(), fair, person));
      }
      for (int kill = 1; kill <= KILLS; kill++) {
        int enough = kill * (PLACES / (KILLS + 1)) - random.nextInt(80);
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(1))
            .until(() -> toldYes.size() >= enough);
        service.kill();
        service.start();
        service.ready();
      }
      await().atMost(PATIENCE).until(() -> toldYes.size() + toldNo.size() == PEOPLE);
      assertThat(toldNo.values()).allSatisfy(status -> assertThat(status).isEqualTo(409));
      Checker checker = new Checker(service.api(), fair).nothingAcknowledgedIsLost(toldYes, PLACES);
      assertThat(checker.size()).isEqualTo(PLACES);
      await()
          .atMost(PATIENCE)
          .until(() -> checker.eachIsToldOnce(probe.heardWithin(Duration.ofMillis(300))));
    }
  }

  private void registerUntilAnswered(Api api, EventFixture event, String person) {
    Api caller = api.as(person).with("Idempotency-Key", person);
    Instant until = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(until)) {
      try {
        Api.Answer answer =
            caller.post(
                "/api/events/" + event.id + "/registrations", Map.of("ticketTypeId", event.type()));
        if (answer.status() == 201) {
          toldYes.put(person, answer.json().path("id").asString());
          return;
        }
        if (answer.status() < 500) {
          toldNo.put(person, answer.status());
          return;
        }
      } catch (UncheckedIOException away) {
        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
      }
    }
  }
}
