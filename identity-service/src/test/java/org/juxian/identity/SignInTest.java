package org.juxian.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.juxian.platform.testkit.Api;
import org.juxian.platform.testkit.MessageProbe;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class SignInTest extends IdentityTest {

  @Test
  void a_code_goes_out_by_sms_or_mail_in_the_language_asked_for() {
    String phone = aPhone();
    String mail = aMail();
    try (MessageProbe codes = MessageProbe.on("juxian.identity-codes")) {
      JsonNode answer =
          api()
              .post("/api/identity/codes", Map.of("address", phone.substring(3)))
              .expect(202)
              .json();
      assertThat(answer.path("address").asString()).isEqualTo(phone);
      OffsetDateTime expires = OffsetDateTime.parse(answer.path("expiresAt").asString());
      OffsetDateTime resend = OffsetDateTime.parse(answer.path("resendAfter").asString());
      assertThat(resend).isEqualTo(expires.minusMinutes(4));
      api().post("/api/identity/codes", Map.of("address", mail, "language", "zh")).expect(202);
      JsonNode sms = codes.await("identity.code-issued.v1", heard -> isTo(heard, phone)).data();
      assertThat(sms.path("channel").asString()).isEqualTo("sms");
      assertThat(sms.path("language").asString()).isEqualTo("en");
      assertThat(sms.path("code").asString()).matches("\\d{6}");
      MessageProbe.Heard letter =
          codes.await("identity.code-issued.v1", heard -> isTo(heard, mail));
      assertThat(letter.data().path("channel").asString()).isEqualTo("mail");
      assertThat(letter.data().path("language").asString()).isEqualTo("zh");
      assertThat(letter.key()).matches("[0-9a-f]{32}");
    }
  }

  @Test
  void the_answer_is_the_same_for_known_and_unknown() {
    String known = aPhone();
    tokenFor(known);
    String unknown = aPhone();
    Map<String, Object> guess = Map.of("code", "000000");
    Api.Answer one = api().post("/api/identity/tokens", plus(guess, "address", known));
    Api.Answer other = api().post("/api/identity/tokens", plus(guess, "address", unknown));
    assertThat(one.expectProblem(422, "code-wrong").text())
        .isEqualTo(other.expectProblem(422, "code-wrong").text());
    assertThat(one.faultyFields()).containsExactly("code");
  }

  @Test
  void a_code_is_good_once_for_a_cookie_or_for_a_token() {
    String phone = aPhone();
    Map<String, String> entry = Map.of("address", phone, "code", codeFor(phone));
    String cookie = api().post("/api/identity/sign-in", entry).expect(204).header("Set-Cookie");
    assertThat(cookie)
        .startsWith("juxian-identity=")
        .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000")
        .doesNotContain("Secure");
    api().post("/api/identity/sign-in", entry).expectProblem(422, "code-wrong");
    api().post("/api/identity/tokens", entry).expectProblem(422, "code-wrong");
  }

  @Test
  void after_sign_out_the_cookie_is_worth_nothing() {
    String cookie = cookieFor(aPhone());
    OidcClient client = new OidcClient(api());
    assertThat(client.code(cookie)).isNotEmpty();
    assertThat(
            api()
                .with("Cookie", cookie)
                .post("/api/identity/sign-out", null)
                .expect(204)
                .header("Set-Cookie"))
        .startsWith("juxian-identity=;")
        .contains("Max-Age=0");
    assertThat(client.authorize(cookie, Map.of()).header("Location")).endsWith("/sign-in");
    api().post("/api/identity/sign-out", null).expect(204);
  }

  @Test
  void five_tries_and_then_not_even_the_right_code() {
    String phone = aPhone();
    String code = codeFor(phone);
    String wrong = code.equals("111111") ? "222222" : "111111";
    for (int n = 0; n < 5; n++) {
      api()
          .post("/api/identity/tokens", Map.of("address", phone, "code", wrong))
          .expectProblem(422, "code-wrong");
    }
    api()
        .post("/api/identity/tokens", Map.of("address", phone, "code", code))
        .expectProblem(422, "code-wrong");
  }

  @Test
  void one_code_a_minute_for_one_address_whoever_asks() {
    String phone = aPhone();
    api().post("/api/identity/codes", Map.of("address", phone)).expect(202);
    Api.Answer refused =
        api()
            .post("/api/identity/codes", Map.of("address", phone))
            .expectProblem(429, "too-many-codes");
    assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After")))).isBetween(30, 60);
  }

  @Test
  void sixty_codes_an_hour_for_one_caller_whatever_the_addresses() {
    Api caller = api();
    Api.Answer refused = null;
    for (int n = 0; n <= 120 && refused == null; n++) {
      Api.Answer answer = caller.post("/api/identity/codes", Map.of("address", aPhone()));
      refused = answer.status() == 202 ? null : answer;
      assertThat(refused == null || n >= 60).isTrue();
    }
    assertThat(refused).isNotNull();
    refused.expectProblem(429, "too-many-codes");
    assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After")))).isBetween(1, 3600);
    api().post("/api/identity/codes", Map.of("address", aPhone())).expect(202);
  }

  @Test
  void sixty_wrong_codes_an_hour_for_one_caller_and_right_ones_do_not_count() {
    Api caller = api();
    String phone = aPhone();
    caller
        .post("/api/identity/tokens", Map.of("address", phone, "code", codeFor(phone)))
        .expect(200);
    int wrong = 0;
    Map<String, String> guess = Map.of("address", aPhone(), "code", "123456");
    while (caller.post("/api/identity/tokens", guess).status() == 422 && wrong < 121) {
      wrong++;
    }
    assertThat(wrong).isBetween(60, 120);
    Api.Answer refused =
        caller.post("/api/identity/tokens", guess).expectProblem(429, "too-many-tries");
    assertThat(refused.header("Retry-After")).isNotNull();
  }

  @Test
  void no_token_is_kept_for_an_idempotency_key() {
    String phone = aPhone();
    Api keyed = signedIn(aPhone()).with("Idempotency-Key", "the-same");
    Map<String, String> entry = Map.of("address", phone, "code", codeFor(phone));
    keyed.post("/api/identity/tokens", entry).expect(200);
    Api.Answer again = keyed.post("/api/identity/tokens", entry).expectProblem(422, "code-wrong");
    assertThat(again.header("Idempotency-Replayed")).isNull();
  }

  @Test
  void what_is_no_address_or_no_code_is_named() {
    for (String wrong : List.of("110", "me", "a@b", "x".repeat(300))) {
      assertThat(
              api()
                  .post("/api/identity/codes", Map.of("address", wrong))
                  .expectProblem(422, "invalid")
                  .faultyFields())
          .containsExactly("address");
    }
    assertThat(
            api()
                .post("/api/identity/codes", Map.of("address", aPhone(), "language", "fr"))
                .expectProblem(422, "invalid")
                .faultyFields())
        .containsExactly("language");
    for (String wrong : List.of("12345", "1234567", "12345a", "１２３４５６", "")) {
      assertThat(
              api()
                  .post("/api/identity/tokens", Map.of("address", aPhone(), "code", wrong))
                  .expectProblem(422, "invalid")
                  .faultyFields())
          .containsExactly("code");
    }
  }

  @Test
  void neither_codes_nor_addresses_nor_tokens_are_logged(CapturedOutput output) {
    String phone = aPhone();
    String mail = aMail();
    String code = codeFor(mail);
    String token = tokenFor(phone);
    api().post("/api/identity/tokens", Map.of("address", mail, "code", code)).expect(200);
    api().post("/api/identity/tokens", Map.of("address", mail, "code", code)).expect(422);
    api().post("/api/identity/codes", "{\"address\":\"" + phone + "\",").expect(400);
    assertThat(output.getAll())
        .doesNotContain(phone, phone.substring(3), mail, token)
        .doesNotContainPattern("\\b" + code + "\\b");
  }

  private static boolean isTo(MessageProbe.Heard heard, String address) {
    return heard.data().path("address").asString().equals(address);
  }

  private static Map<String, Object> plus(Map<String, Object> some, String name, Object value) {
    Map<String, Object> all = new java.util.LinkedHashMap<>(some);
    all.put(name, value);
    return all;
  }
}
