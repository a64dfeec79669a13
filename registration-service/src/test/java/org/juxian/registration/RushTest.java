package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.registration.EventFixture.aFair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.registration.Rush.Told;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the unique indexes hold, and what happens without them. */
@ServiceTest
class RushTest {

  private static final int PLACES = 60;

  @LocalServerPort private int port;

  @Test
  void two_replicas_never_oversell_and_leave_no_place_empty() {
    Replica second = Replica.second();
    Api first = Api.at(port);
    EventFixture fair = aFair().withPlaces(PLACES).published(first, second.api());
    List<Told> told = Rush.of(fair, people(300), first, second.api());
    assertThat(told).filteredOn(one -> one.status() == 201).hasSize(PLACES);
    assertThat(told)
        .filteredOn(one -> one.status() != 201)
        .allSatisfy(one -> assertThat(one.text()).contains("/problems/full"));
    Set<String> numbers = new HashSet<>();
    standing(first, fair).forEach(row -> numbers.add(row.path("ticketNumber").asString()));
    assertThat(numbers).hasSize(PLACES).contains("A0001", "A0060");
    assertThat(ids(first, fair)).containsExactlyInAnyOrderElementsOf(confirmed(told));
  }

  @Test
  void nobody_gets_two_places_however_often_they_ask() {
    Replica second = Replica.second();
    Api first = Api.at(port);
    EventFixture fair = aFair().withPlaces(PLACES).published(first, second.api());
    List<String> people = new ArrayList<>();
    for (String person : people(10)) {
      people.addAll(java.util.Collections.nCopies(12, person));
    }
    List<Told> told = Rush.of(fair, people, first, second.api());
    assertThat(confirmed(told)).hasSize(10);
    assertThat(told)
        .filteredOn(one -> one.status() != 201)
        .allSatisfy(one -> assertThat(one.text()).contains("/problems/already-registered"));
    assertThat(ids(first, fair)).hasSize(10);
  }

  @Test
  void places_given_back_in_the_rush_are_taken_again() {
    Api api = Api.at(port);
    EventFixture fair = aFair().withPlaces(20).published(api);
    List<Told> first = Rush.of(fair, people(20), api);
    for (Told one : first.subList(0, 8)) {
      api.as(one.personId())
          .post("/api/registrations/" + one.registrationId() + "/cancel", null)
          .expect(200);
    }
    assertThat(confirmed(Rush.of(fair, people(30), api))).hasSize(8);
    assertThat(ids(api, fair)).hasSize(20);
  }

  @Test
  void without_the_unique_indexes_the_same_rush_oversells_and_doubles() {
    Replica one = Replica.unguarded();
    Replica other = Replica.otherUnguarded();
    EventFixture fair = aFair().withPlaces(PLACES).published(one.api(), other.api());
    assertThat(confirmed(Rush.of(fair, people(300), one.api(), other.api())))
        .as("places given out")
        .hasSizeGreaterThan(PLACES);
    EventFixture large = aFair().withPlaces(500).published(one.api(), other.api());
    List<String> same = java.util.Collections.nCopies(64, EventFixture.newId());
    assertThat(confirmed(Rush.of(large, same, one.api(), other.api())))
        .as("places of one person")
        .hasSizeGreaterThan(1);
  }

  private static List<String> people(int count) {
    return IntStream.range(0, count).mapToObj(i -> EventFixture.newId()).toList();
  }

  private static List<String> confirmed(List<Told> told) {
    return told.stream().filter(one -> one.status() == 201).map(Told::registrationId).toList();
  }

  private static List<String> ids(Api api, EventFixture event) {
    return standing(api, event).stream().map(row -> row.path("id").asString()).toList();
  }

  private static List<JsonNode> standing(Api api, EventFixture event) {
    List<JsonNode> rows = new ArrayList<>();
    api.as("boss", "organiser@" + event.organisation)
        .get("/api/events/" + event.id + "/registrations?status=confirmed&limit=200")
        .expect(200)
        .json()
        .path("items")
        .forEach(rows::add);
    return rows;
  }
}
