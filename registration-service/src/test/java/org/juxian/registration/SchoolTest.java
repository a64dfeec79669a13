package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.platform.testkit.TestTokens;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A school whose coordinator sends lists of people. */
abstract class SchoolTest {

  static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger NUMBER =
      new AtomicInteger((int) (System.nanoTime() % 50_000_000));

  final String school = EventFixture.newId();
  final String teacher = EventFixture.newId();
  Api anyone;
  @LocalServerPort private int port;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  List<JsonNode> roster(EventFixture event, String query) {
    List<JsonNode> rows = new ArrayList<>();
    anyone
        .as("boss", "organiser@" + event.organisation)
        .get(path(event) + "?limit=200&" + query)
        .expect(200)
        .json()
        .path("items")
        .forEach(rows::add);
    return rows;
  }

  String send(EventFixture event, byte[] list) throws IOException, InterruptedException {
    HttpResponse<String> sent = sendRaw(event, list, false);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
    return json(sent).path("id").asString();
  }

  JsonNode check(EventFixture event, byte[] list) throws IOException, InterruptedException {
    HttpResponse<String> checked = sendRaw(event, list, true);
    assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
    return json(checked);
  }

  String outcome(String id) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                List.of("done", "refused")
                    .contains(
                        coordinator()
                            .get("/api/delegations/" + id)
                            .expect(200)
                            .json()
                            .path("status")
                            .asString()));
    return coordinator().get("/api/delegations/" + id).json().path("status").asString();
  }

  HttpResponse<String> sendRaw(EventFixture event, byte[] list, boolean dryRun)
      throws IOException, InterruptedException {
    return sendRaw(event, list, dryRun, EventFixture.newId());
  }

  HttpResponse<String> sendRaw(EventFixture event, byte[] list, boolean dryRun, String key)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list\"\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8));
    body.write(list);
    body.write("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
    String path = "/api/events/" + event.id + "/delegations?dryRun=" + dryRun;
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header(
                  "Authorization",
                  "Bearer "
                      + TestTokens.token(
                          teacher, "teacher", List.of("school-coordinator@" + school)))
              .header("Accept-Language", "en")
              .header("Idempotency-Key", key)
              .header("Content-Type", "multipart/form-data; boundary=cut")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  Api coordinator() {
    return anyone.as(teacher, "school-coordinator@" + school);
  }

  static void tellPerson(String id, String name, String phone) {
    MessageProbe.publish(
        "juxian.identity",
        "identity.person-changed.v1",
        id,
        1,
        Map.of(
            "personId", id, "name", name, "phone", phone, "language", "zh", "grants", List.of()));
  }

  static String phone() {
    return "138" + (20_000_000 + NUMBER.incrementAndGet());
  }

  static byte[] csv(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }

  static String path(EventFixture event) {
    return "/api/events/" + event.id + "/registrations";
  }
}
