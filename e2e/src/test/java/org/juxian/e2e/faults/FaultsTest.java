package org.juxian.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.juxian.bench.TokenMint;
import org.juxian.e2e.WholePlatform;
import org.juxian.e2e.faults.Crowd.Person;
import org.juxian.e2e.faults.Evidence.Event;
import org.juxian.e2e.faults.Gateway.Answer;
import org.juxian.e2e.faults.Rush.Wish;
import org.juxian.standalone.Part;
import org.juxian.standalone.Platform;

/**
 * In the middle of a rush of registrations processes are killed one after another. {@link Checker}
 * has the rules that hold afterwards; meanwhile what is not killed works on.
 *
 * <p>The order of people and the moments of the kills come from a seed ({@code -Dfaults.seed}).
 */
@Order(2)
@ExtendWith(WholePlatform.class)
class FaultsTest {

  private static final long SEED = Long.getLong("faults.seed", 20261124L);
  private static final int PEOPLE = 96;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Random random = new Random(SEED);
  private Platform platform;
  private Gateway gateway;
  private Crowd crowd;
  private Witness witness;
  private Rush rush;

  @BeforeEach
  void open(Platform running, TokenMint tokens) {
    platform = running;
    gateway = new Gateway(running.gateway());
    crowd = new Crowd(gateway, tokens);
    rush = new Rush(gateway);
    witness = new Witness(gateway, running.inbox(), crowd.organiser());
  }

  @AfterEach
  void close() {
    witness.close();
    gateway.close();
  }

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void nothingAcknowledgedIsLostNobodyIsToldTwiceAndTheRestWorksOn() throws Exception {
    List<Event> events =
        List.of(crowd.event("故障演练·人人有座", PEOPLE, 40), crowd.event("故障演练·座位有限", PEOPLE / 3, 50));
    List<Person> people = crowd.people(PEOPLE);
    List<List<Wish>> parts = parts(wishes(people, events), 4);

    assertThat(during(Part.NOTIFICATION, parts.get(0), () -> notificationIsAway(events)))
        .as("put off while notification-service was away")
        .isEmpty();
    during(Part.REGISTRATION, parts.get(1), () -> registrationIsAway(events));
    assertThat(during(Part.KAFKA, parts.get(2), this::everythingIsThere))
        .as("put off while the broker was away")
        .isEmpty();
    during(Part.MONGO, parts.get(3), this::theWebAppIsThere);

    await("everything that waited arrives")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> Checker.isAtRest(witness.sees(events, people, rush.told(), 1)));
    Evidence evidence = witness.sees(events, people, rush.told(), 1);
    assertThat(evidence.told()).hasSize(PEOPLE * events.size());
    assertThat(Checker.complaints(evidence)).as("seed " + SEED).isEmpty();
    theCheckerWouldSeeIt(evidence);
  }

  /** Kills the process in the middle of these wishes. Answers with what people were put off. */
  private List<String> during(Part part, List<Wish> wishes, Runnable meanwhile) throws Exception {
    int middle = wishes.size() / 4 + random.nextInt(wishes.size() / 2);
    CompletableFuture<Long> struck = new CompletableFuture<>();
    try (ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<String>> rushing =
          aside.submit(() -> rush.run(wishes, middle, () -> struck.complete(platform.kill(part))));
      assertThat(struck.get(1, TimeUnit.MINUTES)).as(part + " ran").isPositive();
      meanwhile.run();
      platform.awaitReady(part);
      return rushing.get(1, TimeUnit.MINUTES);
    }
  }

  private void notificationIsAway(List<Event> events) {
    assertIsAway("notification", "/api/notifications/mine");
    assertThat(gateway.get(crowd.organiser(), "/api/events").status()).isEqualTo(200);
    assertThat(gateway.get(crowd.organiser(), fair(events)).status()).isEqualTo(200);
  }

  private void registrationIsAway(List<Event> events) {
    assertIsAway("registration", "/api/events");
    assertThat(gateway.get(crowd.organiser(), fair(events)).status()).isEqualTo(200);
    assertThat(gateway.get(crowd.organiser(), "/api/notifications/mine").status()).isEqualTo(200);
  }

  private void everythingIsThere() {
    for (String path : List.of("/api/events", "/api/fairs", "/api/notifications/mine")) {
      assertThat(gateway.get(crowd.organiser(), path).status()).as(path).isEqualTo(200);
    }
  }

  private void theWebAppIsThere() {
    assertThat(gateway.get(crowd.organiser(), "/").status()).isEqualTo(200);
  }

  private void assertIsAway(String service, String path) {
    Answer answer =
        await("it is said that " + service + " is away")
            .atMost(Duration.ofSeconds(5))
            .pollDelay(Duration.ZERO)
            .until(() -> gateway.get(crowd.organiser(), path), said -> said.status() == 503);
    assertThat(answer.problem()).isEqualTo("service-unavailable");
    assertThat(answer.body().path("service").asString()).isEqualTo(service);
    assertThat(answer.retryAfter()).isNotEmpty();
  }

  /** Negative control on the real thing: each fault in it is seen. */
  private static void theCheckerWouldSeeIt(Evidence real) {
    assertThat(Checker.complaints(real.withoutOneStored())).anyMatch(one -> one.contains("lost"));
    assertThat(Checker.complaints(real.withOneArrivedThrice()))
        .anyMatch(one -> one.contains("arrived of"));
    assertThat(Checker.complaints(real.withNothingArrived()))
        .anyMatch(one -> one.contains("0 arrived of"));
  }

  private List<Wish> wishes(List<Person> people, List<Event> events) {
    List<Wish> wishes = new ArrayList<>();
    for (Person person : people) {
      events.forEach(event -> wishes.add(new Wish(person, event)));
    }
    Collections.shuffle(wishes, random);
    return wishes;
  }

  private static List<List<Wish>> parts(List<Wish> wishes, int count) {
    int size = wishes.size() / count;
    List<List<Wish>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(wishes.subList(i * size, i == count - 1 ? wishes.size() : (i + 1) * size));
    }
    return parts;
  }

  private static String fair(List<Event> events) {
    return "/api/fairs/" + events.getFirst().id();
  }
}
