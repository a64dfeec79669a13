package org.juxian.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.juxian.registration.EventFixture.aFair;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.TestTokens;
import org.juxian.platform.values.Text;
import org.juxian.registration.people.Person;
import org.juxian.registration.persistence.PersonStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceTest
class QuestionsTest {

  @LocalServerPort private int port;
  @Autowired private PersonStore people;
  private Api anyone;

  @BeforeEach
  void call() {
    anyone = Api.at(port);
  }

  @Test
  void an_organiser_asks_and_versions_are_kept_apart() {
    EventFixture fair = aFair().withPlaces(3).published(anyone);
    Api organiser = anyone.as("boss", "organiser@" + fair.organisation);
    Api.Answer none = anyone.get(form(fair)).expect(200);
    assertThat(none.etag()).isEqualTo("\"0\"");
    organiser.put(form(fair), asking(school(true))).expectProblem(428, "precondition-required");
    Api first = organiser.with("If-Match", none.etag());
    first.put(form(fair), asking(school(true))).expect(200);
    first.put(form(fair), asking(school(false))).expectProblem(412, "stale");
    assertThat(anyone.get(form(fair)).expect(200).json().path("version").asInt()).isEqualTo(1);
    anyone
        .as("x", "organiser@" + EventFixture.newId())
        .with("If-Match", "\"1\"")
        .put(form(fair), asking())
        .expectProblem(403, "not-allowed");
    assertThat(
            organiser
                .with("If-Match", "\"1\"")
                .put(form(fair), asking(Map.of("id", "x", "kind", "riddle", "label", label())))
                .expectProblem(422, "invalid")
                .faultyFields())
        .containsExactly("questions[0].kind");
  }

  @Test
  void answers_come_with_the_registration_and_are_corrected_until_it_is_too_late() {
    EventFixture fair = aFair().withPlaces(3).published(anyone);
    ask(fair, asking(school(true), Map.of("id", "cv", "kind", "file", "label", label())));
    Api li = anyone.as(EventFixture.newId());
    assertThat(
            li.post(path(fair), Map.of("ticketTypeId", fair.type()))
                .expectProblem(422, "invalid")
                .faultyFields())
        .containsExactly("answers.school");
    String id = register(li, fair, Map.of("school", "石门中学"));
    Api.Answer seen = li.get(answers(id)).expect(200);
    assertThat(seen.json().path("answers").path("school").asString()).isEqualTo("石门中学");
    assertThat(seen.json().path("formVersion").asInt()).isEqualTo(1);
    Api careful = li.with("If-Match", seen.etag());
    careful.put(answers(id), answering("桂城中学")).expect(200);
    careful.put(answers(id), answering("x")).expectProblem(412, "stale");
    anyone.as("other").get(answers(id)).expectProblem(404, "not-found");
    Api organiser = anyone.as("boss", "organiser@" + fair.organisation);
    Api.Answer shown = organiser.get(answers(id)).expect(200);
    assertThat(shown.text()).contains("桂城中学");
    organiser
        .with("If-Match", shown.etag())
        .put(answers(id), answering("x"))
        .expectProblem(403, "not-allowed");
    organiser
        .with("If-Match", "\"1\"")
        .put(
            form(fair),
            Map.of(
                "questions", List.of(school(false)), "editableUntil", "2026-01-01T00:00:00+08:00"))
        .expect(200);
    JsonNode versions = organiser.get(form(fair) + "/versions").expect(200).json().path("items");
    assertThat(versions.size()).isEqualTo(2);
    assertThat(versions.path(0).path("version").asInt()).isEqualTo(2);
    assertThat(versions.path(1).path("questions").path(1).path("id").asString()).isEqualTo("cv");
    anyone
        .as("x", "organiser@" + EventFixture.newId())
        .get(form(fair) + "/versions")
        .expectProblem(403, "not-allowed");
    li.with("If-Match", shown.etag())
        .put(answers(id), answering("x"))
        .expectProblem(409, "answers-closed");
  }

  @Test
  void who_waits_and_who_takes_over_a_ticket_answers_too() {
    EventFixture fair = aFair().withPlaces(1).published(anyone);
    Settings.of(fair).with("waiting", Map.of("offerHours", 4)).settle(anyone);
    ask(fair, asking(school(true)));
    Api li = anyone.as(EventFixture.newId());
    String ticket = register(li, fair, Map.of("school", "石门中学"));
    Api waits = anyone.as(EventFixture.newId());
    String waiting = "/api/events/" + fair.id + "/waiting";
    Map<String, Object> wish = Map.of("ticketTypeId", fair.type());
    assertThat(waits.post(waiting, wish).expectProblem(422, "invalid").faultyFields())
        .containsExactly("answers.school");
    assertThat(waits.get(waiting + "/mine").json().path("items")).isEmpty();
    Map<String, Object> answered = new HashMap<>(wish);
    answered.putAll(answering("桂城中学"));
    JsonNode joined = waits.post(waiting, answered).expect(201).json();
    assertThat(school(waits, joined.path("registrationId").asString())).isEqualTo("桂城中学");
    String recipient = EventFixture.newId();
    String mail = recipient + "@example.org";
    people.apply(new Person(recipient, "何敏", null, mail), 1);
    String transfer = "/api/registrations/" + ticket + "/transfer";
    li.put(transfer, Map.of("to", mail)).expect(200);
    Api he = anyone.as(recipient);
    assertThat(he.post(transfer + "/accept", Map.of()).expectProblem(422, "invalid").faultyFields())
        .containsExactly("answers.school");
    he.get("/api/registrations/" + ticket).expect(404);
    he.post(transfer + "/accept", answering("南海中学")).expect(200);
    assertThat(school(he, ticket)).isEqualTo("南海中学");
  }

  private static String school(Api caller, String registrationId) {
    return caller
        .get(answers(registrationId))
        .expect(200)
        .json()
        .path("answers")
        .path("school")
        .asString();
  }

  @Test
  void a_file_goes_to_the_organiser_only_and_never_in_place() throws Exception {
    EventFixture fair = aFair().withPlaces(3).published(anyone);
    ask(fair, asking(Map.of("id", "cv", "kind", "file", "required", true, "label", label())));
    String person = EventFixture.newId();
    Api li = anyone.as(person);
    byte[] pdf = "%PDF-1.7 hello".getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> brought = bring(person, "../我的 简历.pdf", pdf);
    assertThat(brought.statusCode()).isEqualTo(201);
    String fileId = brought.body().replaceAll(".*\"fileId\":\"([0-9a-f]+)\".*", "$1");
    assertThat(bring(person, "x.pdf", "<html>".getBytes(StandardCharsets.UTF_8)).statusCode())
        .isEqualTo(422);
    assertThat(bring(person, "x.pdf", new byte[2 * 1024 * 1024 + 1]).statusCode()).isEqualTo(413);
    assertThat(
            anyone
                .as("thief")
                .post(
                    path(fair),
                    Map.of("ticketTypeId", fair.type(), "answers", Map.of("cv", fileId)))
                .expectProblem(422, "invalid")
                .faultyFields())
        .containsExactly("answers.cv");
    String id = register(li, fair, Map.of("cv", fileId));
    String file = "/api/registrations/" + id + "/files/cv";
    li.get(file).expectProblem(403, "not-allowed");
    Api.Answer download = anyone.as("boss", "organiser@" + fair.organisation).get(file).expect(200);
    assertThat(download.text()).isEqualTo("%PDF-1.7 hello");
    assertThat(download.header("Content-Disposition")).startsWith("attachment").contains("UTF-8''");
    assertThat(download.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  private void ask(EventFixture event, Map<String, Object> form) {
    anyone
        .as("boss", "organiser@" + event.organisation)
        .with("If-Match", "\"0\"")
        .put(form(event), form)
        .expect(200);
  }

  private HttpResponse<String> bring(String person, String name, byte[] content)
      throws IOException, InterruptedException {
    String head =
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/pdf\r\n\r\n";
    java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
    body.write(head.getBytes(StandardCharsets.UTF_8));
    body.write(content);
    body.write("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + port + "/api/registrations/files"))
              .header("Authorization", "Bearer " + TestTokens.token(person, person, List.of()))
              .header("Content-Type", "multipart/form-data; boundary=cut")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static String register(Api caller, EventFixture event, Map<String, Object> answers) {
    JsonNode made =
        caller
            .post(path(event), Map.of("ticketTypeId", event.type(), "answers", answers))
            .expect(201)
            .json();
    return made.path("id").asString();
  }

  private static Map<String, Object> asking(Object... questions) {
    return Map.of("questions", List.of(questions));
  }

  private static Map<String, Object> answering(String school) {
    return Map.of("answers", Map.of("school", school));
  }

  private static Map<String, Object> school(boolean required) {
    return Map.of("id", "school", "kind", "text", "label", label(), "required", required);
  }

  private static Text label() {
    return new Text("学校", "School");
  }

  private static String form(EventFixture event) {
    return "/api/events/" + event.id + "/form";
  }

  private static String path(EventFixture event) {
    return "/api/events/" + event.id + "/registrations";
  }

  private static String answers(String registrationId) {
    return "/api/registrations/" + registrationId + "/answers";
  }
}
