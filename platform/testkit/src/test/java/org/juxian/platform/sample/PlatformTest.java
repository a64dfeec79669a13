package org.juxian.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.juxian.platform.sample.SampleApplication.Ear;
import org.juxian.platform.sample.SampleApplication.Made;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.MessageProbe;
import org.juxian.platform.testkit.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "juxian.kafka.first-pause=20ms")
class PlatformTest {

  private static final Map<String, Object> GOOD =
      Map.of("title", Map.of("zh", "东西", "en", "Thing"), "size", 3);

  @LocalServerPort private int port;
  @Autowired private Ear ear;

  private Api organiser() {
    return Api.at(port).as("p1", "organiser@o1");
  }

  @Test
  void what_is_written_is_told_and_heard() {
    String id = organiser().post("/api/things", GOOD).expect(201).json().path("id").asString();
    await().untilAsserted(() -> assertThat(ear.heard).contains(id));
  }

  @Test
  void a_handler_that_fails_for_a_while_hears_it_in_the_end() {
    String id = UUID.randomUUID().toString();
    ear.failOn.put(id, 2);
    MessageProbe.publish(SampleApplication.TOPIC, SampleApplication.MADE, id, 1, new Made(id, 1));
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(ear.heard).contains(id));
  }

  @Test
  void what_cannot_be_read_is_set_aside_listed_and_does_not_stop_what_follows() {
    String key = UUID.randomUUID().toString();
    MessageProbe.publish(SampleApplication.TOPIC, SampleApplication.MADE, key, 1, "{ broken");
    MessageProbe.publish(SampleApplication.TOPIC, SampleApplication.MADE, key, 2, new Made(key, 1));
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(ear.heard).contains(key));
    JsonNode letter = deadLetter(key);
    assertThat(letter.path("type").asString()).isEqualTo(SampleApplication.MADE);
    operator()
        .post(deadLetters() + "/" + letter.path("id").asString() + "/replay", null)
        .expectProblem(409, "dead-letter-still-fails");
  }

  @Test
  void a_dead_letter_is_replayed_once_its_cause_is_mended() {
    String id = UUID.randomUUID().toString();
    ear.failOn.put(id, 1_000);
    MessageProbe.publish(SampleApplication.TOPIC, SampleApplication.MADE, id, 1, new Made(id, 1));
    JsonNode letter = deadLetter(id);
    ear.failOn.remove(id);
    operator()
        .post(deadLetters() + "/" + letter.path("id").asString() + "/replay", null)
        .expect(204);
    assertThat(ear.heard).contains(id);
    assertThat(operator().get(deadLetters()).text()).doesNotContain(id);
    operator()
        .post(deadLetters() + "/juxian.sample.sample-service.dlt~0~99999/replay", null)
        .expect(404);
  }

  @Test
  void the_same_key_gets_the_same_answer_once() {
    Api keyed = organiser().with("Idempotency-Key", UUID.randomUUID().toString());
    Api.Answer first = keyed.post("/api/things", GOOD).expect(201);
    Api.Answer second = keyed.post("/api/things", GOOD).expect(201);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    keyed
        .post("/api/things", Map.of("title", Map.of("zh", "别的", "en", "Other"), "size", 4))
        .expectProblem(422, "idempotency-mismatch");
  }

  @Test
  void problems_name_the_field_in_the_readers_language() {
    Api.Answer english =
        organiser()
            .post(
                "/api/things", Map.of("title", Map.of("zh", "", "en", "x".repeat(30)), "size", 99))
            .expectProblem(422, "invalid");
    assertThat(english.faultyFields()).containsExactlyInAnyOrder("title.zh", "title.en", "size");
    assertThat(english.text()).contains("must not be blank");
    assertThat(
            organiser()
                .with("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5")
                .post("/api/things", Map.of("size", 99))
                .expectProblem(422, "invalid")
                .json()
                .path("title")
                .asString())
        .isEqualTo("请求内容有误");
    organiser().post("/api/things", "{\"size\":\"many\"}").expectProblem(400, "invalid");
    organiser().get("/api/things?limit=0").expectProblem(400, "invalid");
    organiser().get("/api/things?cursor=%20%20!").expectProblem(400, "invalid");
    organiser().get("/nowhere").expect(404);
    organiser().send("DELETE", "/api/things", null).expectProblem(405, "method-not-allowed");
  }

  @Test
  void only_the_allowed_may_call_and_nobody_what_names_nobody() {
    Api.at(port).post("/api/things", GOOD).expectProblem(401, "sign-in-needed");
    Api.at(port).as("p2").post("/api/things", GOOD).expectProblem(403, "not-allowed");
    Api.at(port).get("/api/things").expect(200);
    Api.at(port).as("p1", "administrator").get("/api/forgotten").expect(403);
    organiser().get("/api/forgotten").expectProblem(403, "not-allowed");
    Api.at(port)
        .with("Authorization", "Bearer nonsense")
        .get("/api/things")
        .expectProblem(401, "token-invalid");
    Api.at(port).get("/actuator/env").expect(404);
    assertThat(Api.at(port).get("/actuator/prometheus").expect(200).text())
        .contains("juxian_outbox_depth")
        .contains("juxian_outbox_oldest_age_seconds");
    assertThat(Api.at(port).get("/v3/api-docs").expect(200).json().path("openapi").asString())
        .startsWith("3.1");
  }

  @Test
  void a_change_names_the_version_it_saw() {
    Api.Answer made = organiser().post("/api/things", GOOD).expect(201);
    String path = made.header("Location");
    assertThat(path).isNotNull();
    organiser().put(path, GOOD).expectProblem(428, "precondition-required");
    organiser().with("If-Match", made.etag()).put(path, GOOD).expect(204);
    organiser().with("If-Match", made.etag()).put(path, GOOD).expectProblem(412, "stale");
    organiser().with("If-Match", "x").put(path, GOOD).expectProblem(400, "invalid");
  }

  @Test
  void a_topic_and_its_dead_letters_keep_messages_as_long_as_is_said() throws Exception {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", (Object) TestServers.kafkaServers()))) {
      for (String topic : new String[] {"juxian.sample", "juxian.sample.sample-service.dlt"}) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        assertThat(
                admin
                    .describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get("retention.ms")
                    .value())
            .isEqualTo("900000");
      }
    }
  }

  private Api operator() {
    return Api.at(port).as("operator", "administrator");
  }

  private static String deadLetters() {
    return "/api/operations/sample/dead-letters";
  }

  private JsonNode deadLetter(String key) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              for (JsonNode letter :
                  operator().get(deadLetters()).expect(200).json().path("items")) {
                if (letter.path("key").asString("").equals(key)) {
                  return letter;
                }
              }
              return null;
            },
            letter -> letter != null);
  }
}
