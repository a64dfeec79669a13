package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.juxian.registration.EventFixture.aFair;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.registration.Platform.Part;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * A rush over two replicas, in which the database, the broker and a replica are killed, each at a
 * random moment; callers try again with their keys. {@code -Dseeds=5} for so many rushes one after
 * the other, {@code -Dseed=7} for the first of them, {@code -Dkills=9} for more kills in each.
 */
@ServiceTest
class CrashTest {

  private static final int PEOPLE = 600;
  private static final int PLACES = 220;
  private static final int QUOTA = 320;
  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final Duration PAUSE = Duration.ofMillis(150);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Autowired private Environment environment;
  @TempDir private Path folder;

  @Test
  void nothing_acknowledged_is_lost_and_everyone_is_told_once() {
    long first = Long.getLong("seed", 20261124);
    try (Platform platform = new Platform(environment, folder)) {
      for (long seed = first; seed < first + Integer.getInteger("seeds", 1); seed++) {
        new Round(platform, new Random(seed)).run();
      }
    }
  }

  /** One event, one rush. */
  private static final class Round {

    private final Map<String, String> toldYes = new ConcurrentHashMap<>();
    private final Map<String, Integer> toldNo = new ConcurrentHashMap<>();
    private final Platform platform;
    private final Random random;
    private final EventFixture fair;

    Round(Platform platform, Random random) {
      this.platform = platform;
      this.random = random;
      this.fair =
          aFair()
              .withPlaces(PLACES)
              .withPlaces(PLACES)
              .over(platform.broker())
              .published(platform.api(0), platform.api(1));
      Settings.of(fair)
          .quota(QUOTA, fair.type(), fair.type(1))
          .settle(platform.api(0), platform.api(1));
    }

    void run() {
      try (MessageProbe probe = MessageProbe.on("juxian.registration", platform.broker());
          ExecutorService callers = Executors.newFixedThreadPool(64)) {
        for (int i = 0; i < PEOPLE; i++) {
          int turn = i;
          String person = EventFixture.newId();
          callers.execute(() -> registerUntilAnswered(turn, person));
        }
        List<Part> victims = victims();
        for (int kill = 0; kill < KILLS; kill++) {
          int enough = (kill + 1) * (QUOTA / (KILLS + 1)) - random.nextInt(60);
          await()
              .atMost(PATIENCE)
              .pollInterval(Duration.ofMillis(1))
              .until(() -> toldYes.size() >= enough);
          platform.killAndStart(victims.get(kill));
        }
        await().atMost(PATIENCE).until(() -> toldYes.size() + toldNo.size() == PEOPLE);
        assertThat(toldNo.values()).allSatisfy(status -> assertThat(status).isEqualTo(409));
        platform.awaitAll();
        Checker checker =
            Checker.of(platform.api(0), fair).nothingAcknowledgedIsLost(toldYes, QUOTA);
        assertThat(checker.size()).as("every unit is given out").isEqualTo(QUOTA);
        await()
            .atMost(PATIENCE)
            .until(() -> checker.eachIsToldOnce(probe.heardWithin(Duration.ofMillis(300))));
      }
    }

    /** Database, broker and a replica before any of them again. */
    private List<Part> victims() {
      List<Part> victims = new ArrayList<>();
      while (victims.size() < KILLS) {
        List<Part> once =
            new ArrayList<>(
                List.of(
                    Part.DATABASE,
                    Part.BROKER,
                    random.nextBoolean() ? Part.FIRST_REPLICA : Part.SECOND_REPLICA));
        Collections.shuffle(once, random);
        victims.addAll(once);
      }
      return victims;
    }

    /** Asks one replica and then the other, as a caller behind a gateway would. */
    private void registerUntilAnswered(int turn, String person) {
      Instant until = Instant.now().plus(PATIENCE);
      List<Api> replicas =
          Stream.of(0, 1)
              .map(replica -> platform.api(replica).as(person).with("Idempotency-Key", person))
              .toList();
      for (int attempt = turn; Instant.now().isBefore(until); attempt++) {
        try {
          Api.Answer answer =
              replicas
                  .get(attempt % 2)
                  .post(
                      "/api/events/" + fair.id + "/registrations",
                      Map.of("ticketTypeId", fair.type(turn % 2)));
          if (answer.status() == 201) {
            toldYes.put(person, answer.json().path("id").asString());
            return;
          }
          if (answer.status() < 500) {
            toldNo.put(person, answer.status());
            return;
          }
        } catch (UncheckedIOException away) {
          // the other replica is asked next
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
