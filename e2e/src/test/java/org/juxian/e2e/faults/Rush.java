package org.juxian.e2e.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.juxian.e2e.faults.Crowd.Person;
import org.juxian.e2e.faults.Evidence.Event;
import org.juxian.e2e.faults.Evidence.Told;
import org.juxian.e2e.faults.Gateway.Answer;

/**
 * People register, some at a time, and something happens in the middle. Each asks again, with the
 * same key, as long as the answer is an honest "not now"; whatever else they are told ends the
 * test.
 */
final class Rush {

  private static final int AT_A_TIME = 8;
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Gateway gateway;
  private final Collection<Told> told = new ConcurrentLinkedQueue<>();

  Rush(Gateway gateway) {
    this.gateway = gateway;
  }

  /** One person's wish. */
  record Wish(Person person, Event event) {}

  /**
   * Has them all answered.
   *
   * @param middle happens when so many have been
   * @return the problems with which people were put off meanwhile
   */
  List<String> run(List<Wish> wishes, int after, Runnable middle) throws Exception {
    AtomicInteger answered = new AtomicInteger();
    Collection<String> putOff = new ConcurrentLinkedQueue<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(AT_A_TIME)) {
      List<Callable<Void>> calls = new ArrayList<>();
      for (Wish wish : wishes) {
        calls.add(
            () -> {
              told.add(ask(wish, putOff));
              if (answered.incrementAndGet() == after) {
                middle.run();
              }
              return null;
            });
      }
      for (Future<Void> call : callers.invokeAll(calls)) {
        call.get();
      }
    }
    return List.copyOf(putOff);
  }

  /** What everybody was told so far. */
  List<Told> told() {
    return List.copyOf(told);
  }

  private Told ask(Wish wish, Collection<String> putOff) {
    return await("an answer to " + wish)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(PAUSE)
        .until(() -> askOnce(wish, putOff), told -> !told.isEmpty())
        .getFirst();
  }

  private List<Told> askOnce(Wish wish, Collection<String> putOff) {
    Event event = wish.event();
    Answer answer =
        gateway.post(
            wish.person().token(),
            "/api/events/" + event.id() + "/registrations",
            Map.of("ticketTypeId", event.ticketTypeId()),
            "rush-" + event.id());
    if (answer.status() == 201) {
      return List.of(told(wish, answer.body().path("id").asString()));
    }
    if (answer.status() == 409 && answer.problem().equals("full")) {
      return List.of(told(wish, ""));
    }
    if (answer.status() == 503 && !answer.problem().isEmpty() && !answer.retryAfter().isEmpty()) {
      putOff.add(answer.problem());
      return List.of();
    }
    throw new AssertionError("Neither yes, nor full, nor an honest “not now”: " + answer);
  }

  private static Told told(Wish wish, String registrationId) {
    return new Told(wish.event().id(), wish.person().address(), registrationId);
  }
}
