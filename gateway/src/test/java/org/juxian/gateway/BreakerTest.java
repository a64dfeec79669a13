package org.juxian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.juxian.gateway.routing.ServiceName;

/** What becomes of a service that hangs, and how it is taken back. */
class BreakerTest extends GatewayTest {

  private static final String HANGS = "/api/competitions/hangs";
  private static final String WELL = "/api/competitions/well";
  private static final Duration LONG = Duration.ofSeconds(10);

  /** As many calls as the breaker looks back upon. */
  private static final int WINDOW = 20;

  /** With so many calls it is tried. */
  private static final int TRIALS = 3;

  private final FakeService competition = service(ServiceName.COMPETITION);
  private final CountDownLatch letGo = new CountDownLatch(1);

  @AfterEach
  void it_answers_again() {
    letGo.countDown();
    competition.on(HANGS, (exchange, _) -> FakeService.json(exchange, 200, "{}"));
    await().atMost(LONG).until(() -> browser().get(WELL).status() == 200 && !open());
  }

  @Test
  void a_service_that_hangs_is_left_alone_then_tried_and_taken_back() throws Exception {
    hang();
    long began = System.nanoTime();
    assertThat(callsAtOnce(WINDOW)).containsOnly("503 service-unavailable");
    // Each was told at the limit of 0.8 s, not when its client lost patience.
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONG);
    assertThat(open()).isTrue();

    int asked = competition.asked.size();
    assertThat(browser().get(WELL).status()).isEqualTo(503);
    assertThat(competition.asked).as("it is left alone").hasSize(asked);
    assertThat(browser().get("/api/forums").status()).as("the rest works on").isEqualTo(200);

    // After the pause some calls try it; they find it well, and that closes the breaker.
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(browser().get(WELL).status()).isEqualTo(200));
    await().atMost(LONG).until(() -> browser().get(WELL).status() == 200 && !open());
  }

  @Test
  void a_service_that_still_hangs_when_it_is_tried_is_left_alone_again() throws Exception {
    hang();
    callsAtOnce(WINDOW);
    assertThat(open()).isTrue();
    int before = competition.asked.size();
    await()
        .atMost(LONG)
        .until(
            () -> {
              callsAtOnce(WINDOW);
              return competition.asked.size() >= before + TRIALS;
            });
    int tried = competition.asked.size();
    assertThat(tried - before).as("no more than the trials").isEqualTo(TRIALS);
    assertThat(browser().get(WELL).status()).isEqualTo(503);
    assertThat(competition.asked).as("it is left alone again").hasSize(tried);
  }

  /** What a service says is its answer, be it a refusal: it is there. */
  @Test
  void refusals_do_not_open_the_breaker() {
    competition.on(HANGS, (exchange, _) -> FakeService.json(exchange, 409, "{}"));
    await().atMost(LONG).until(() -> call().equals("409"));
    for (int i = 0; i < WINDOW; i++) {
      call();
    }
    assertThat(call()).isEqualTo("409");
    assertThat(open()).isFalse();
  }

  private void hang() {
    competition.on(
        HANGS,
        (exchange, _) -> {
          try {
            letGo.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private List<String> callsAtOnce(int count) throws Exception {
    List<Future<String>> calls = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        calls.add(callers.submit(this::call));
      }
      for (Future<String> call : calls) {
        answers.add(call.get());
      }
    }
    return answers;
  }

  private String call() {
    Browser.Answer answer = browser().get(HANGS);
    return answer.status() == 503 ? "503 " + answer.slug() : String.valueOf(answer.status());
  }

  /** As the metrics say. */
  private boolean open() {
    return meters
            .get("juxian.gateway.breaker.open")
            .tag("service", ServiceName.COMPETITION.slug())
            .gauge()
            .value()
        == 1;
  }
}
