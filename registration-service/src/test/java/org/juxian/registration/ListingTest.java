package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.registration.EventFixture.aFair;
import static org.juxian.registration.EventFixture.aForum;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class ListingTest {

  @LocalServerPort private int port;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  @Test
  void everything_published_is_found_by_title_and_venue_whatever_the_case() {
    String word = "Zq" + EventFixture.newId().substring(20);
    EventFixture fair = aFair().called("南海" + word + "大会", "Fair").withPlaces(1).published(anyone);
    EventFixture forum = aForum().at("会堂", "Hall " + word).withPlaces(1).published(anyone);
    assertThat(ids("query=" + word.toUpperCase(java.util.Locale.ROOT)))
        .containsExactlyInAnyOrder(fair.id, forum.id);
    assertThat(ids("kind=forum&query=" + word)).containsExactly(forum.id);
    assertThat(ids("query=" + encoded("南海" + word))).containsExactly(fair.id);
    assertThat(ids("query=" + encoded(".*" + word))).isEmpty();
    anyone.get("/api/events?kind=party").expectProblem(400, "invalid");
    anyone.get("/api/events?from=yesterday").expectProblem(400, "invalid");
    anyone.get("/api/events?cursor=eA").expectProblem(400, "invalid");
  }

  @Test
  void the_list_goes_by_start_in_parts_and_dates() {
    String word = "part" + EventFixture.newId().substring(20);
    Instant start = Instant.now().plus(Duration.ofDays(10));
    List<String> inOrder = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      inOrder.add(
          aFair()
              .called(word, word)
              .withPlaces(1)
              .startingAt(start.plus(Duration.ofDays(i / 2)))
              .published(anyone)
              .id);
    }
    EventFixture over =
        aFair()
            .called(word, word)
            .withPlaces(1)
            .startingAt(Instant.now().minus(Duration.ofDays(2)));
    over.published(anyone);
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode part = anyone.get("/api/events?limit=2&query=" + word + cursor).expect(200).json();
      part.path("items").forEach(item -> seen.add(item.path("eventId").asString()));
      cursor = part.has("next") ? "&cursor=" + part.path("next").asString() : "";
    } while (!cursor.isEmpty());
    assertThat(seen).containsExactlyElementsOf(inOrder);
    assertThat(ids("query=" + word + "&from=" + start.minus(Duration.ofDays(30))))
        .contains(over.id);
    assertThat(ids("query=" + word + "&to=" + start.plus(Duration.ofHours(20)))).hasSize(2);
  }

  @Test
  void an_event_says_whether_one_can_register() {
    EventFixture later =
        aFair().openingAt(Instant.now().plus(Duration.ofDays(1))).published(anyone);
    assertThat(status(later)).isEqualTo("upcoming");
    EventFixture past =
        aFair().openingAt(Instant.now().minus(Duration.ofDays(5))).published(anyone);
    assertThat(status(past)).isEqualTo("closed");
    EventFixture open = aFair().withPlaces(1).published(anyone);
    assertThat(status(open)).isEqualTo("open");
    open.cancelled();
    Awaitility.await().untilAsserted(() -> assertThat(status(open)).isEqualTo("cancelled"));
    anyone.get("/api/events/" + EventFixture.newId()).expectProblem(404, "not-found");
  }

  private String status(EventFixture event) {
    return anyone.get("/api/events/" + event.id).expect(200).json().path("status").asString();
  }

  private List<String> ids(String query) {
    List<String> ids = new ArrayList<>();
    anyone
        .get("/api/events?" + query)
        .expect(200)
        .json()
        .path("items")
        .forEach(item -> ids.add(item.path("eventId").asString()));
    return ids;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
