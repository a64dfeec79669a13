package org.juxian.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.juxian.platform.testkit.Api;

/** Many people who register at the same time, over several replicas of the service. */
final class Rush {

  private static final int THREADS = 64;

  /** What one of them was told. */
  record Told(String personId, int status, String text, String registrationId) {}

  private Rush() {}

  /**
   * Each person once, in the order given, 64 at a time; the replicas take turns.
   *
   * @param people their ids; who is named several times comes several times
   */
  static List<Told> of(EventFixture event, List<String> people, Api... replicas) {
    return of(event, List.of(event.type()), people, replicas);
  }

  /** The same, where everybody comes with the same invitation. */
  static List<Told> by(String code, EventFixture event, List<String> people, Api... replicas) {
    return all(
        event, List.of(Map.of("ticketTypeId", event.type(), "code", code)), people, replicas);
  }

  /** The same, where the people take turns with these ticket types. */
  static List<Told> of(
      EventFixture event, List<String> types, List<String> people, Api... replicas) {
    return all(
        event,
        types.stream().map(type -> Map.<String, Object>of("ticketTypeId", type)).toList(),
        people,
        replicas);
  }

  private static List<Told> all(
      EventFixture event, List<Map<String, Object>> wishes, List<String> people, Api... replicas) {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Told>> calls = new ArrayList<>();
      for (int i = 0; i < people.size(); i++) {
        String person = people.get(i);
        Api caller = replicas[i % replicas.length].as(person);
        Map<String, Object> wish = wishes.get(i % wishes.size());
        calls.add(() -> register(event, wish, person, caller));
      }
      List<Told> told = new ArrayList<>();
      for (Future<Told> one : threads.invokeAll(calls)) {
        told.add(one.get());
      }
      return told;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Told register(
      EventFixture event, Map<String, Object> wish, String person, Api caller) {
    Api.Answer answer = caller.post("/api/events/" + event.id + "/registrations", wish);
    return new Told(person, answer.status(), answer.text(), answer.json().path("id").asString(""));
  }
}
