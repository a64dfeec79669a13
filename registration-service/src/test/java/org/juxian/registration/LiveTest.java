package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.juxian.registration.EventFixture.aFair;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.TestTokens;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counts that are pushed to those who organise the event. */
@ServiceTest
class LiveTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_OF_AN_EVENT = 20;

  @LocalServerPort private int port;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  /** What one listener was told. */
  private static final class Stream implements AutoCloseable {

    private final InputStream body;
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();

    Stream(InputStream body) {
      this.body = body;
      Thread.ofVirtual().start(this::read);
    }

    private void read() {
      try (Scanner lines = new Scanner(body, StandardCharsets.UTF_8)) {
        while (lines.hasNextLine()) {
          String line = lines.nextLine();
          if (line.startsWith("data: ")) {
            told.add(JSON.readTree(line.substring("data: ".length())));
          }
        }
      }
    }

    JsonNode awaitInside(int inside) {
      await()
          .atMost(Duration.ofSeconds(10))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> !told.isEmpty() && told.getLast().path("inside").asInt() == inside);
      return told.getLast();
    }

    @Override
    public void close() throws java.io.IOException {
      body.close();
    }
  }

  @Test
  void whoever_listens_is_told_whichever_replica_lets_somebody_in_and_of_what_is_taken_back()
      throws Exception {
    Replica second = Replica.second();
    EventFixture fair = aFair().withPlaces(9).withPlaces(9).published(anyone, second.api());
    String one = register(fair, "a", fair.type());
    String other = register(fair, "b", fair.type(1));
    try (Stream stream = open(fair)) {
      assertThat(stream.awaitInside(0).path("ticketTypes")).hasSize(2);
      JsonNode in = pass(second.api(), fair, one, "in");
      JsonNode counts = stream.awaitInside(1);
      assertThat(counts.path("arrived").asInt()).isOne();
      assertThat(counts.path("zones").path(0).path("entries").asInt()).isOne();
      assertThat(counts.path("ticketTypes").path(0).path("inside").asInt()).isOne();
      assertThat(counts.path("arrivals")).hasSize(1);
      pass(anyone, fair, other, "in");
      stream.awaitInside(2);
      pass(second.api(), fair, other, "out");
      assertThat(stream.awaitInside(1).path("arrived").asInt()).isEqualTo(2);
      staff(second.api(), fair).post(checkIns(fair) + "/" + nonce(in) + "/undo", null).expect(200);
      assertThat(stream.awaitInside(0).path("arrived").asInt()).isOne();
    }
  }

  @Test
  void what_the_events_of_the_stream_carry_is_described() {
    JsonNode stream =
        anyone
            .get("/v3/api-docs")
            .expect(200)
            .json()
            .path("paths")
            .path("/api/events/{id}/check-ins/live")
            .path("get")
            .path("responses")
            .path("200")
            .path("content")
            .path("text/event-stream");
    assertThat(stream.path("schema").path("$ref").asString()).endsWith("/CountsView");
  }

  @Test
  void so_many_listen_to_an_event_and_no_more_until_one_leaves() throws Exception {
    EventFixture fair = aFair().withPlaces(9).published(anyone);
    List<Stream> streams = new ArrayList<>();
    try {
      for (int i = 0; i < MOST_OF_AN_EVENT; i++) {
        streams.add(open(fair));
      }
      String person = register(fair, "c", fair.type());
      boss(fair).get(checkIns(fair) + "/live").expectProblem(429, "too-many-streams");
      streams.removeFirst().close();
      pass(anyone, fair, person, "in");
      streams.getLast().awaitInside(1);
      pass(anyone, fair, person, "out");
      streams.getLast().awaitInside(0);
      await()
          .atMost(Duration.ofSeconds(40))
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(() -> streams.add(open(fair)));
    } finally {
      for (Stream stream : streams) {
        stream.close();
      }
    }
    staff(anyone, fair).get(checkIns(fair) + "/live").expect(403);
    boss(aFair()).get(checkIns(fair) + "/live").expect(403);
  }

  private Stream open(EventFixture fair) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + checkIns(fair) + "/live"))
            .header("Accept", "text/event-stream")
            .header(
                "Authorization",
                "Bearer "
                    + TestTokens.token("boss", "boss", List.of("organiser@" + fair.organisation)))
            .build();
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new Stream(answer.body());
  }

  private static JsonNode pass(Api api, EventFixture fair, String id, String way) {
    return staff(api, fair)
        .post(checkIns(fair), Map.of("registrationId", id, "direction", way))
        .expect(200)
        .json();
  }

  private static String nonce(JsonNode entry) {
    return entry.path("scan").path("nonce").asString();
  }

  private Api boss(EventFixture fair) {
    return anyone.as("boss", "organiser@" + fair.organisation);
  }

  private static Api staff(Api api, EventFixture fair) {
    return api.as("door", "door-staff@" + fair.organisation);
  }

  private String register(EventFixture fair, String person, String type) {
    return anyone
        .as(person)
        .post("/api/events/" + fair.id + "/registrations", Map.of("ticketTypeId", type))
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  private static String checkIns(EventFixture fair) {
    return "/api/events/" + fair.id + "/check-ins";
  }
}
