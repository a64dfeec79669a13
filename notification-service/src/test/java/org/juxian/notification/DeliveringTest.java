package org.juxian.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.juxian.notification.delivering.Deliveries;
import org.juxian.platform.messaging.PersonalData;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.Contracts;
import org.juxian.platform.testkit.EndpointWalk;
import org.juxian.platform.testkit.MessageProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest(
    classes = NotificationServiceApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(DyingDeliveries.Hook.class)
class DeliveringTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final GreenMail MAIL =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private static final FakeSmsc SMSC;
  private static final int SMPP_PORT;

  static {
    // The death of a delivery is meant to go unnoticed.
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
    MAIL.start();
    try (ServerSocket free = new ServerSocket(0)) {
      SMPP_PORT = free.getLocalPort();
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
    try {
      SMSC = new FakeSmsc(SMPP_PORT);
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  @LocalServerPort private int port;
  @Autowired private ApplicationContext context;
  @Autowired private DyingDeliveries dying;
  @Autowired private PersonalData data;
  @Autowired private Deliveries deliveries;

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    registry.add("SMTP_PORT", () -> MAIL.getSmtp().getPort());
    registry.add("SMPP_PORT", () -> SMPP_PORT);
  }

  private static String person(String language) {
    return person(language, "+8613800000001");
  }

  private static String person(String language, String phone) {
    String id = UUID.randomUUID().toString().replace("-", "");
    MessageProbe.publish(
        "juxian.identity",
        "identity.person-changed.v1",
        id,
        1,
        Map.of(
            "personId",
            id,
            "name",
            "Li",
            "phone",
            phone,
            "mail",
            id + "@example.org",
            "language",
            language));
    return id;
  }

  private static ObjectNode confirmed(String person) {
    ObjectNode registration = (ObjectNode) Contracts.example("registration.confirmed.v1");
    return registration.put("personId", person);
  }

  private static long mailsTo(String person) {
    return java.util.Arrays.stream(MAIL.getReceivedMessages())
        .filter(mail -> com.icegreen.greenmail.util.GreenMailUtil.getHeaders(mail).contains(person))
        .count();
  }

  @Test
  void a_confirmation_reaches_phone_and_mail_once_however_often_it_is_heard() {
    String person = person("zh");
    String cause = UUID.randomUUID().toString();
    int before = SMSC.taken.size();
    for (int times = 0; times < 3; times++) {
      MessageProbe.publish(
          "juxian.registration", "registration.confirmed.v1", person, 1, confirmed(person), cause);
    }
    Api caller = Api.at(port).as(person);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(caller.get("/api/notifications/mine").json().path("items")).hasSize(2);
              assertThat(caller.get("/api/notifications/mine").text())
                  .doesNotContain("\"queued\"", "\"sending\"");
            });
    await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> mailsTo(person) == 1);
    assertThat(caller.get("/api/notifications/mine").text()).contains("\"sent\"").contains("您已报名");
    assertThat(SMSC.taken.size()).isGreaterThan(before);
    byte[] sms = SMSC.taken.getLast().getShortMessage();
    assertThat(new String(sms, 6, sms.length - 6, StandardCharsets.UTF_16BE)).isNotBlank();
  }

  @Test
  void a_code_reaches_an_address_and_is_not_kept() {
    String address = UUID.randomUUID() + "@example.org";
    MessageProbe.publish(
        "juxian.identity-codes",
        "identity.code-issued.v1",
        address,
        1,
        Map.of(
            "address", address,
            "channel", "mail",
            "code", "204816",
            "language", "en",
            "expiresAt", Instant.now().plusSeconds(300).toString()));
    await().atMost(PATIENCE).until(() -> mailsTo(address) == 1);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        Api.at(port)
                            .as("operator", "administrator")
                            .get("/api/notifications/deliveries?status=sent&channel=mail")
                            .expect(200)
                            .text())
                    .contains("sign-in-code")
                    .doesNotContain("204816", address));
  }

  private static long smsTo(String phone) {
    return SMSC.taken.stream().filter(sms -> phone.endsWith(sms.getDestAddress())).count();
  }

  private JsonNode delivery(String person, String channel) {
    for (JsonNode one :
        Api.at(port).as(person).get("/api/notifications/mine").json().path("items")) {
      if (one.path("channel").asString().equals(channel)) {
        return one;
      }
    }
    return MissingNode.getInstance();
  }

  /** The mail is the negative control: the same death, and the mailbox shows it. */
  @Test
  void who_dies_between_acceptance_and_writing_sends_no_sms_twice_and_mails_that_are_one() {
    String phone = "+8613899990001";
    String person = person("en", phone);
    dying.doomed.add(person);
    MessageProbe.publish(
        "juxian.fair",
        "fair.application-rejected.v1",
        person,
        1,
        ((ObjectNode) Contracts.example("fair.application-rejected.v1")).put("personId", person));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(delivery(person, "sms").path("status").asString()).isEqualTo("in-doubt");
              assertThat(delivery(person, "mail").path("status").asString()).isEqualTo("sent");
            });
    long segments = smsTo(phone);
    assertThat(mailsTo(person)).as("mails, of which a mailbox keeps one").isEqualTo(2);
    assertThat(messageIdsTo(person)).hasSize(1);
    await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> smsTo(phone) == segments);
    assertThat(delivery(person, "sms").path("text").asString()).contains("not accepted");
    Api operator = Api.at(port).as("operator", "administrator");
    assertThat(operator.get("/api/notifications/deliveries?status=in-doubt").expect(200).text())
        .contains(delivery(person, "sms").path("id").asString())
        .doesNotContain(phone);
    String again =
        "/api/notifications/deliveries/"
            + delivery(person, "sms").path("id").asString()
            + "/send-again";
    operator.post(again, null).expect(202);
    await().atMost(PATIENCE).until(() -> smsTo(phone) == 2 * segments);
    operator.post(again, null).expectProblem(404, "not-found");
    dying.doomed.remove(person);
  }

  @Test
  void a_code_in_doubt_is_never_sent_again() {
    String address = UUID.randomUUID() + "@example.org";
    dying.doomed.add(address);
    MessageProbe.publish(
        "juxian.identity-codes",
        "identity.code-issued.v1",
        address,
        1,
        Map.of(
            "address", address,
            "channel", "mail",
            "code", "204817",
            "language", "en",
            "expiresAt", Instant.now().plusSeconds(300).toString()));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                Api.at(port)
                    .as("operator", "administrator")
                    .get("/api/notifications/deliveries?status=in-doubt&channel=mail")
                    .text()
                    .contains("sign-in-code"));
    assertThat(mailsTo(address)).isEqualTo(1);
    dying.doomed.remove(address);
  }

  @Test
  void an_sms_that_the_smsc_took_without_an_answer_is_not_sent_twice() {
    String phone = "+8613899990002";
    String person = person("en", phone);
    SMSC.silentFor.add(phone.substring(1));
    MessageProbe.publish(
        "juxian.fair",
        "fair.application-rejected.v1",
        person,
        1,
        ((ObjectNode) Contracts.example("fair.application-rejected.v1")).put("personId", person));
    await()
        .atMost(PATIENCE)
        .until(() -> delivery(person, "sms").path("status").asString().equals("in-doubt"));
    assertThat(smsTo(phone)).isEqualTo(1);
  }

  private static Set<String> messageIdsTo(String person) {
    return java.util.Arrays.stream(MAIL.getReceivedMessages())
        .map(com.icegreen.greenmail.util.GreenMailUtil::getHeaders)
        .filter(headers -> headers.contains(person))
        .map(headers -> headers.lines().filter(line -> line.startsWith("Message-ID")).toList())
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  @Test
  void what_was_told_before_the_person_is_known_waits_for_them() {
    String id = UUID.randomUUID().toString().replace("-", "");
    MessageProbe.publish("juxian.registration", "registration.confirmed.v1", id, 1, confirmed(id));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                Api.at(port).as(id).get("/api/notifications/mine").json().path("items").size()
                    == 2);
    MessageProbe.publish(
        "juxian.identity",
        "identity.person-changed.v1",
        id,
        1,
        Map.of("personId", id, "mail", id + "@example.org", "language", "en"));
    await().atMost(PATIENCE).until(() -> mailsTo(id) == 1);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Api.at(port).as(id).get("/api/notifications/mine").text())
                    .contains("\"skipped\""));
  }

  @Test
  void each_endpoint_says_who_may_call_it() {
    assertThat(EndpointWalk.over(context, port).accessList())
        .containsExactly(
            "GET /api/notifications/deliveries : administrator",
            "POST /api/notifications/deliveries/{id}/send-again : administrator",
            "GET /api/notifications/mine : signed in",
            "GET /api/operations/notification/dead-letters : administrator",
            "POST /api/operations/notification/dead-letters/{id}/replay : administrator");
    EndpointWalk.over(context, port).everyRoleIsHeldToItsEndpoints();
    EndpointWalk.over(context, port).badInputIsNamed();
    EndpointWalk.over(context, port).everyFieldIsHeld();
    Api operator = Api.at(port).as("operator", "administrator");
    assertThat(
            operator
                .get("/api/notifications/deliveries?status=lost")
                .expectProblem(400, "invalid")
                .faultyFields())
        .containsExactly("status");
  }

  @Test
  void what_an_old_message_said_is_forgotten_and_that_there_was_one_stays() {
    String person = person("zh");
    MessageProbe.publish(
        "juxian.registration", "registration.confirmed.v1", person, 1, confirmed(person));
    Api caller = Api.at(port).as(person);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(caller.get("/api/notifications/mine").text())
                    .contains("您已报名")
                    .doesNotContain("\"queued\"", "\"sending\""));
    deliveries.forgetBefore(Instant.now().minus(Duration.ofDays(1)));
    assertThat(data.export(person).toString()).contains("您已报名");
    assertThat(deliveries.forgetBefore(Instant.now())).isGreaterThanOrEqualTo(2);
    assertThat(caller.get("/api/notifications/mine").json().path("items")).hasSize(2);
    assertThat(caller.get("/api/notifications/mine").text()).doesNotContain("您已报名");
    JsonNode messages =
        new tools.jackson.databind.json.JsonMapper()
            .valueToTree(data.export(person))
            .path("messages");
    assertThat(messages.toString()).contains("SENT").doesNotContain("+86", "@example.org", "text");
    assertThat(deliveries.forgetBefore(Instant.now())).isZero();
  }

  @Test
  void who_is_forgotten_has_no_contact_any_more() {
    String person = person("zh");
    String wish = UUID.randomUUID().toString().replace("-", "");
    String again = UUID.randomUUID().toString().replace("-", "");
    String last = UUID.randomUUID().toString().replace("-", "");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(data.export(person).toString()).contains("+8613800000001"));
    try (MessageProbe probe = MessageProbe.on("juxian.privacy")) {
      ask("export", wish, person);
      MessageProbe.Heard shown =
          probe.await("privacy.answered.v1", heard -> heard.key().equals(wish));
      Contracts.assertValid("privacy.answered.v1", shown.data());
      assertThat(shown.data().path("data").toString()).contains("+8613800000001");
      ask("erasure", again, person);
      probe.await("privacy.answered.v1", heard -> heard.key().equals(again));
      ask("export", last, person);
      assertThat(
              probe
                  .await("privacy.answered.v1", heard -> heard.key().equals(last))
                  .data()
                  .path("data")
                  .has("contact"))
          .isFalse();
    }
  }

  private static void ask(String what, String wish, String person) {
    MessageProbe.publish(
        "juxian.privacy",
        "privacy." + what + "-requested.v1",
        wish,
        1,
        Map.of("requestId", wish, "personId", person));
  }
}
