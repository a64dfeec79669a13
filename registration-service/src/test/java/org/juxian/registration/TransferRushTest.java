package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.juxian.registration.EventFixture.aFair;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.MessageProbe;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody who is offered many tickets takes all of them at once. */
@ServiceTest
class TransferRushTest {

  private static final int TICKETS = 24;

  @LocalServerPort private int port;

  @Test
  void of_many_tickets_a_person_gets_as_many_as_one_may_have() throws Exception {
    Replica second = Replica.second();
    assertThat(taken(Api.at(port), second.api())).isOne();
  }

  /**
   * What the index {@code person} is for. A few rounds: in one, the first may be done before all
   * others look.
   */
  @Test
  void without_the_guard_a_person_gets_several() throws Exception {
    Replica one = Replica.unguarded();
    Replica other = Replica.otherUnguarded();
    long most = 0;
    for (int round = 0; round < 8 && most < 2; round++) {
      most = Math.max(most, taken(one.api(), other.api()));
    }
    assertThat(most).isGreaterThan(1);
  }

  private static long taken(Api... replicas) throws Exception {
    EventFixture fair = aFair().withPlaces(TICKETS).published(replicas);
    String recipient = EventFixture.newId();
    String mail = recipient + "@example.org";
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < TICKETS; i++) {
      String path = offered(fair, mail, replicas[0]);
      Api caller = replicas[i % replicas.length].as(recipient);
      calls.add(() -> caller.post(path + "/transfer/accept", Map.of()).status());
    }
    signUp(recipient, mail);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                replicas[0].as(recipient).get("/api/registrations/transfers").json().size()
                    == TICKETS);
    List<Integer> told = atOnce(calls);
    return told.stream().filter(status -> status == 200).count();
  }

  /** A ticket that somebody offers to this address. */
  private static String offered(EventFixture fair, String mail, Api api) {
    Api holder = api.as(EventFixture.newId());
    String id = fair.registered(holder).path("id").asString();
    String path = "/api/registrations/" + id;
    holder.put(path + "/transfer", Map.of("to", mail)).expect(200);
    return path;
  }

  private static void signUp(String person, String mail) {
    MessageProbe.publish(
        "juxian.identity",
        "identity.person-changed.v1",
        person,
        1,
        Map.of(
            "personId", person, "name", "何敏", "mail", mail, "language", "zh", "grants", List.of()));
  }

  private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(TICKETS)) {
      List<Integer> told = new ArrayList<>();
      for (Future<Integer> call : threads.invokeAll(calls)) {
        told.add(call.get());
      }
      return told;
    }
  }
}
