package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.juxian.registration.EventFixture.aFair;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.messaging.PersonalData;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.registration.people.Person;
import org.juxian.registration.persistence.PersonStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A ticket goes from one person to another. */
@ServiceTest
class TransferTest {

  private static final Map<String, Object> NO_ANSWERS = Map.of();

  @LocalServerPort private int port;
  @Autowired private PersonStore people;
  @Autowired private PersonalData personal;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  @Test
  void who_is_offered_a_ticket_takes_it_over_with_its_place() {
    EventFixture fair = aFair().withPlaces(1).published(anyone);
    String holder = EventFixture.newId();
    JsonNode before = register(fair, holder);
    String path = "/api/registrations/" + before.path("id").asString();
    String mail = EventFixture.newId() + "@example.org";
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      JsonNode offer =
          offer(holder, path, mail.toUpperCase(java.util.Locale.ROOT)).expect(200).json();
      assertThat(offer.path("offer").path("to").asString()).isEqualTo(mail);
      Contracts.assertValid(
          "registration.transfer-offered.v1", heard(probe, "transfer-offered", before).data());
      String recipient = person("何敏", mail);
      assertThat(offered("stranger")).isEmpty();
      anyone.as("stranger").post(path + "/transfer/accept", NO_ANSWERS).expect(404);
      assertThat(offered(recipient)).hasSize(1);
      JsonNode after =
          anyone.as(recipient).post(path + "/transfer/accept", NO_ANSWERS).expect(200).json();
      assertThat(after.path("name").asString()).isEqualTo("何敏");
      assertThat(after.path("ticket").path("number"))
          .isEqualTo(before.path("ticket").path("number"));
      JsonNode over = heard(probe, "cancelled", before).data();
      Contracts.assertValid("registration.cancelled.v1", over);
      assertThat(over.path("personId").asString()).isEqualTo(holder);
      assertThat(over.path("cause").asString()).isEqualTo("transferred");
      assertThat(heard(probe, "confirmed", before).data().path("personId").asString())
          .isEqualTo(recipient);
      anyone.as(holder).get(path).expect(404);
      anyone.as(holder).post(path + "/cancel", null).expect(404);
      assertThat(offered(recipient)).isEmpty();
      admits(fair, before, after);
    }
    register(fair, EventFixture.newId(), 409);
  }

  /** The old code is void, online and offline; the new one admits. */
  private void admits(EventFixture fair, JsonNode before, JsonNode after) {
    Api door = anyone.as("door", "door-staff@" + fair.organisation);
    String checkIns = "/api/events/" + fair.id + "/check-ins";
    door.post(checkIns, Map.of("token", before.path("ticket").path("token").asString()))
        .expectProblem(409, "ticket-replaced");
    JsonNode revoked = door.get("/api/events/" + fair.id + "/revoked-tickets").json();
    assertThat(revoked.path("items").get(0).path("registrationId")).isEqualTo(before.path("id"));
    assertThat(
            door.post(checkIns, Map.of("token", after.path("ticket").path("token").asString()))
                .status())
        .isLessThan(300);
  }

  @Test
  void an_offer_is_taken_back_declined_and_refused() {
    EventFixture fair = aFair().withPlaces(5).published(anyone);
    String holder = EventFixture.newId();
    String path = "/api/registrations/" + register(fair, holder).path("id").asString();
    String mail = EventFixture.newId() + "@example.org";
    String recipient = person("何敏", mail);
    assertThat(offer(holder, path, "nobody").expect(422).faultyFields()).containsExactly("to");
    offer(recipient, path, mail).expect(404);
    offer(holder, path, mail).expect(200);
    anyone.as(holder).delete(path + "/transfer").expect(200);
    anyone.as(recipient).post(path + "/transfer/accept", NO_ANSWERS).expect(404);
    offer(holder, path, mail).expect(200);
    anyone.as(recipient).post(path + "/transfer/decline", null).expect(204);
    assertThat(anyone.as(holder).get(path + "/transfer").json().has("offer")).isFalse();
    offer(holder, path, mail).expect(200);
    register(fair, recipient);
    anyone
        .as(recipient)
        .post(path + "/transfer/accept", NO_ANSWERS)
        .expectProblem(409, "already-registered");
    offer(holder, path, mail).expect(200);
    offer(holder, path, mail).expect(200);
    offer(holder, path, mail).expectProblem(409, "offered-too-often");
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      Settings.of(fair).type(fair.type(), "transferable", false).settle(anyone);
      MessageProbe.Heard ended =
          probe.await("registration.transfer-withdrawn.v1", one -> path.endsWith(one.key()));
      assertThat(ended.data().path("address").asString()).isEqualTo(mail);
    }
    anyone.as(recipient).post(path + "/transfer/accept", NO_ANSWERS).expect(404);
    assertThat(anyone.as(holder).get(path + "/transfer").json().has("offer")).isFalse();
    offer(holder, path, mail).expectProblem(409, "not-transferable");
    assertThat(anyone.as(holder).get(path + "/transfer").json().path("allowed").asBoolean())
        .isFalse();
  }

  @Test
  void the_other_side_hears_that_an_offer_is_over() {
    EventFixture fair = aFair().withPlaces(1).published(anyone);
    String holder = EventFixture.newId();
    JsonNode ticket = register(fair, holder);
    String path = "/api/registrations/" + ticket.path("id").asString();
    String first = EventFixture.newId() + "@example.org";
    String second = EventFixture.newId() + "@example.org";
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      anyone.as(holder).delete(path + "/transfer").expect(200);
      offer(holder, path, first).expect(200);
      offer(holder, path, first).expect(200);
      offer(holder, path, second).expect(200);
      JsonNode replaced = heard(probe, "transfer-withdrawn", ticket).data();
      Contracts.assertValid("registration.transfer-withdrawn.v1", replaced);
      assertThat(replaced.path("address").asString()).isEqualTo(first);
      anyone.as(holder).delete(path + "/transfer").expect(200);
      anyone.as(holder).delete(path + "/transfer").expect(200);
      probe.await(
          "registration.transfer-withdrawn.v1",
          one -> one.data().path("address").asString().equals(second));
      offer(holder, path, second).expect(200);
      anyone.as(person("何敏", second)).post(path + "/transfer/decline", null).expect(204);
      JsonNode declined = heard(probe, "transfer-declined", ticket).data();
      Contracts.assertValid("registration.transfer-declined.v1", declined);
      assertThat(declined.path("personId").asString()).isEqualTo(holder);
      assertThat(probe.heardWithin(Duration.ofMillis(200)))
          .filteredOn(one -> one.key().equals(ticket.path("id").asString()))
          .filteredOn(one -> one.type().equals("registration.transfer-withdrawn.v1"))
          .as("told once of each")
          .hasSize(2);
    }
  }

  @Test
  void who_is_offered_a_ticket_hears_when_it_is_given_back_used_or_gone_with_its_event() {
    EventFixture fair = aFair().withPlaces(9).published(anyone);
    Api boss = anyone.as("boss", "organiser@" + fair.organisation);
    Api door = anyone.as("door", "door-staff@" + fair.organisation);
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      JsonNode own = onOffer(fair);
      JsonNode revoked = onOffer(fair);
      JsonNode used = onOffer(fair);
      JsonNode swept = onOffer(fair);
      heard(probe, "transfer-offered", swept);
      fair.startingAt(Instant.now().plus(Duration.ofDays(1))).changed("time");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  probe.heardWithin(Duration.ofMillis(100)).stream()
                      .filter(one -> one.key().equals(swept.path("id").asString()))
                      .filter(one -> one.type().equals("registration.transfer-offered.v1"))
                      .map(one -> one.data().path("until").equals(one.data().path("startsAt")))
                      .toList()
                      .equals(List.of(false, true)));
      anyone.as(own.path("holder").asString()).post(path(own) + "/cancel", null).expect(200);
      boss.post(path(revoked) + "/cancel", null).expect(200);
      door.post(
          "/api/events/" + fair.id + "/check-ins",
          Map.of("token", used.path("ticket").path("token").asString()));
      fair.cancelled();
      for (JsonNode ticket : List.of(own, revoked, used, swept)) {
        JsonNode withdrawn = heard(probe, "transfer-withdrawn", ticket).data();
        Contracts.assertValid("registration.transfer-withdrawn.v1", withdrawn);
        assertThat(withdrawn.path("language").asString()).isEqualTo("en");
      }
    }
  }

  /** A ticket that is offered to somebody who reads English. */
  private JsonNode onOffer(EventFixture event) {
    String holder = EventFixture.newId();
    ObjectNode ticket = (ObjectNode) register(event, holder);
    anyone
        .as(holder)
        .with("Accept-Language", "en")
        .put(path(ticket) + "/transfer", Map.of("to", "friend@example.org"))
        .expect(200);
    return ticket.put("holder", holder);
  }

  private static String path(JsonNode ticket) {
    return "/api/registrations/" + ticket.path("id").asString();
  }

  @Test
  void an_address_goes_with_whoever_wants_to_be_forgotten() {
    EventFixture fair = aFair().withPlaces(2).published(anyone);
    String holder = EventFixture.newId();
    String path = "/api/registrations/" + register(fair, holder).path("id").asString();
    String mail = EventFixture.newId() + "@example.org";
    String recipient = person("何敏", mail);
    offer(holder, path, mail).expect(200);
    try (MessageProbe probe = MessageProbe.on("juxian.registration")) {
      personal.erase(recipient);
      probe.await("registration.transfer-declined.v1", one -> path.endsWith(one.key()));
    }
    assertThat(anyone.as(holder).get(path + "/transfer").expect(200).json().has("offer")).isFalse();
  }

  @Test
  void of_two_who_take_it_and_one_who_gives_it_back_one_has_their_way() throws Exception {
    Replica second = Replica.second();
    Api other = second.api();
    EventFixture fair = aFair().withPlaces(20).published(anyone, other);
    for (int round = 0; round < 20; round++) {
      String holder = EventFixture.newId();
      String path = "/api/registrations/" + register(fair, holder).path("id").asString();
      String mail = EventFixture.newId() + "@example.org";
      String one = person("何敏", mail);
      String two = person("何敏", mail);
      offer(holder, path, mail).expect(200);
      List<Integer> told =
          atOnce(
              List.of(
                  () -> anyone.as(one).post(path + "/transfer/accept", NO_ANSWERS).status(),
                  () -> other.as(two).post(path + "/transfer/accept", NO_ANSWERS).status(),
                  () -> other.as(holder).post(path + "/cancel", null).status()));
      assertThat(told).containsOnlyOnce(200);
      String owner = List.of(one, two, holder).get(told.indexOf(200));
      assertThat(anyone.as(owner).get(path).expect(200).json().path("status").asString())
          .isEqualTo(owner.equals(holder) ? "cancelled" : "confirmed");
    }
  }

  private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> told = new ArrayList<>();
      for (Future<Integer> call : threads.invokeAll(calls)) {
        told.add(call.get());
      }
      return told;
    }
  }

  private static MessageProbe.Heard heard(MessageProbe probe, String what, JsonNode registration) {
    String id = registration.path("id").asString();
    return probe.await("registration." + what + ".v1", one -> one.key().equals(id));
  }

  private Api.Answer offer(String holder, String path, String to) {
    return anyone.as(holder).put(path + "/transfer", Map.of("to", to));
  }

  private JsonNode offered(String person) {
    return anyone.as(person).get("/api/registrations/transfers").expect(200).json();
  }

  /** Somebody with an account and this mail address. */
  private String person(String name, String mail) {
    String id = EventFixture.newId();
    people.apply(new Person(id, name, null, mail), 1);
    return id;
  }

  private JsonNode register(EventFixture event, String person) {
    return register(event, person, 201);
  }

  private JsonNode register(EventFixture event, String person, int status) {
    return anyone
        .as(person)
        .post("/api/events/" + event.id + "/registrations", Map.of("ticketTypeId", event.type()))
        .expect(status)
        .json();
  }
}
