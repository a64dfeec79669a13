package org.juxian.registration;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.registration.EventFixture.aForum;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.juxian.platform.messaging.Written;
import org.juxian.platform.testkit.Api;
import org.juxian.registration.persistence.RegistrationStore;
import org.juxian.registration.persistence.RegistrationStore.Saved;
import org.juxian.registration.place.Decision;
import org.juxian.registration.place.Registration;
import org.juxian.registration.place.Registration.Cancelled;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Choices at once, and a choice while the registration is given back. */
@ServiceTest
class SessionRaceTest {

  private static final int CALLS = 32;

  @LocalServerPort private int port;
  @Autowired private RegistrationStore registrations;
  @Autowired private MongoDatabase database;

  @Test
  void of_choices_that_saw_the_same_one_is_kept_and_the_others_hear_of_it() throws Exception {
    Replica second = Replica.second();
    Api one = Api.at(port);
    EventFixture forum = aForum().withPlaces(5);
    List<String> talks = talks(forum);
    forum.published(one, second.api());
    String person = EventFixture.newId();
    String id = register(one.as(person), forum);
    String seen = one.as(person).get(path(id)).expect(200).etag();
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      Api api = (i % 2 == 0 ? one : second.api()).as(person).with("If-Match", seen);
      List<String> wish = List.of(talks.get(i));
      calls.add(() -> api.put(path(id), Map.of("sessions", wish)).status());
    }
    List<Integer> told = atOnce(calls);
    assertThat(told).containsOnlyOnce(200);
    assertThat(told.stream().filter(status -> status == 412)).hasSize(CALLS - 1);
    assertThat(sessions(id)).containsExactly(talks.get(told.indexOf(200)));
  }

  @Test
  void whoever_chooses_while_the_registration_is_given_back_chooses_nothing() throws Exception {
    Replica second = Replica.second();
    Api one = Api.at(port);
    EventFixture forum = aForum().withPlaces(5);
    List<String> talks = talks(forum);
    forum.published(one, second.api());
    for (int round = 0; round < 4; round++) {
      String person = EventFixture.newId();
      String id = register(one.as(person), forum);
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        Api api = (i % 2 == 0 ? one : second.api()).as(person);
        List<String> wish = List.of(talks.get(i));
        calls.add(() -> api.put(path(id), Map.of("sessions", wish)).status());
      }
      calls.add(
          CALLS / 2,
          () -> one.as(person).post("/api/registrations/" + id + "/cancel", null).status());
      List<Integer> told = atOnce(calls);
      assertThat(told.get(CALLS / 2)).isEqualTo(200);
      assertThat(told).containsOnly(200, 409);
      assertThat(registrations.find(id).orElseThrow().registration()).isInstanceOf(Cancelled.class);
      assertThat(sessions(id)).isEmpty();
    }
  }

  /**
   * What the version is for: a choice that was decided upon before the registration was given back
   * and is written after it. With the version it is not written; without, who has no place has
   * sessions.
   */
  @Test
  void without_the_guard_who_gave_a_place_back_attends_a_session() {
    Api one = Api.at(port);
    EventFixture forum = aForum().withPlaces(5);
    String talk = talks(forum).getFirst();
    forum.published(one);
    String person = EventFixture.newId();
    String id = register(one.as(person), forum);
    Saved before = registrations.find(id).orElseThrow();
    Registration choice = chosen(before.registration(), talk);
    one.as(person).post("/api/registrations/" + id + "/cancel", null).expect(200);
    assertThat(registrations.update(before, choice, List.of(), null)).isEqualTo(Written.STALE);
    assertThat(sessions(id)).isEmpty();
    database
        .getCollection("registrations")
        .updateOne(eq("_id", id), Updates.set("state.sessions", List.of(talk)));
    assertThat(stored(id).getString("status")).isEqualTo("CANCELLED");
    assertThat(stored(id).getList("sessions", String.class)).containsExactly(talk);
  }

  private static Registration chosen(Registration before, String talk) {
    return switch (before.choose(List.of(talk))) {
      case Decision.Accepted(Registration next) -> next;
      case Decision.Unchanged _, Decision.Rejected _ -> throw new AssertionError(before);
    };
  }

  private static List<String> talks(EventFixture forum) {
    List<String> talks = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      talks.add(forum.talk("T" + i, "R" + i, 60, 90));
    }
    return talks;
  }

  private Document stored(String id) {
    Document found = database.getCollection("registrations").find(eq("_id", id)).first();
    assertThat(found).isNotNull();
    return found.get("state", Document.class);
  }

  private List<String> sessions(String id) {
    return registrations.find(id).orElseThrow().registration().booking().sessions();
  }

  private static String path(String registration) {
    return "/api/registrations/" + registration + "/sessions";
  }

  private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      List<Integer> told = new ArrayList<>();
      for (Future<Integer> call : threads.invokeAll(calls)) {
        told.add(call.get());
      }
      return told;
    }
  }

  private static String register(Api caller, EventFixture event) {
    return event.registered(caller).path("id").asString();
  }
}
