package org.juxian.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.juxian.gateway.routing.ServiceName;

class SessionTest extends GatewayTest {

  @AfterEach
  void tokens_last_again() {
    Fakes.PROVIDER.tokensLast = Duration.ofMinutes(5);
    Fakes.PROVIDER.answersAfter = Duration.ZERO;
  }

  private Browser signedIn(String person) {
    Browser browser = browser();
    Browser.Answer done = browser.signIn(Fakes.PROVIDER, person, "/tickets");
    assertThat(done.status()).as(done.body()).isBetween(300, 399);
    assertThat(done.header("Location")).endsWith("/tickets");
    assertThat(done.setCookies()).contains("HttpOnly").contains("SameSite=Lax");
    return browser;
  }

  @Test
  void a_browser_signs_in_and_its_calls_carry_a_token_that_it_never_sees() {
    Browser browser = signedIn("p1");
    Browser.Answer session = browser.get("/api/session");
    assertThat(session.json().path("signedIn").asBoolean()).isTrue();
    assertThat(session.json().path("person").path("personId").asString()).isEqualTo("p1");
    assertThat(session.body()).contains("organiser@org1");
    browser.get("/api/registrations/mine");
    FakeService.Asked asked = service(ServiceName.REGISTRATION).last();
    String token = asked.header("Authorization");
    assertThat(token).startsWith("Bearer ey");
    assertThat(asked.header("Cookie")).isNull();
    assertThat(browser.cookies.values())
        .noneMatch(cookie -> cookie.contains(token.substring("Bearer ".length())));
  }

  @Test
  void nobody_is_signed_in_without_a_sealed_cookie() {
    assertThat(browser().get("/api/session").json().path("signedIn").asBoolean()).isFalse();
    Browser forged = browser();
    signedIn("p2").cookies.forEach((name, value) -> forged.cookies.put(name, value + "x"));
    assertThat(forged.get("/api/session").json().path("signedIn").asBoolean()).isFalse();
  }

  @Test
  void a_write_with_a_session_needs_the_token_against_forgery_and_a_program_does_not() {
    Browser browser = signedIn("p3");
    browser.get("/api/session");
    Browser.Answer refused = browser.send("POST", "/api/registrations/1/cancel", "{}", Map.of());
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.slug()).isEqualTo("csrf");
    assertThat(browser.post("/api/registrations/1/cancel", "{}").status()).isEqualTo(200);
    assertThat(program().send("POST", "/api/registrations/1/cancel", "{}", Map.of()).status())
        .isEqualTo(200);
  }

  @Test
  void after_sign_in_one_only_returns_to_a_page_of_ours() {
    for (String elsewhere :
        new String[] {"https://evil.example", "%2F%2Fevil.example", "%2F%5Cevil.example"}) {
      Browser.Answer done = browser().signIn(Fakes.PROVIDER, "p4", elsewhere);
      assertThat(done.header("Location")).as(elsewhere).doesNotContain("evil");
    }
  }

  @Test
  void a_token_that_is_about_to_expire_is_renewed_once_for_all_who_wait() throws Exception {
    Fakes.PROVIDER.tokensLast = Duration.ofSeconds(2);
    Browser browser = signedIn("p5");
    Fakes.PROVIDER.tokensLast = Duration.ofMinutes(5);
    Fakes.PROVIDER.answersAfter = Duration.ofMillis(200);
    int before = Fakes.PROVIDER.refreshes.get();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          threads.invokeAll(
              IntStream.range(0, 8)
                  .<Callable<Integer>>mapToObj(
                      at -> () -> browser().at(browser).get("/api/registrations/mine").status())
                  .toList());
      for (Future<Integer> call : calls) {
        assertThat(call.get()).isEqualTo(200);
      }
    }
    assertThat(Fakes.PROVIDER.refreshes.get() - before).isEqualTo(1);
  }

  @Test
  void signing_out_ends_the_session_everywhere() {
    Browser browser = signedIn("p6");
    int before = Fakes.PROVIDER.revoked.size();
    assertThat(browser.post("/api/session/sign-out", null).status()).isBetween(200, 299);
    assertThat(browser.get("/api/session").json().path("signedIn").asBoolean()).isFalse();
    assertThat(Fakes.PROVIDER.revoked).hasSize(before + 1);
  }

  @Test
  void a_caller_who_asks_for_too_many_codes_is_told_when_to_come_back() {
    Browser caller = Browser.behindProxy(port, "203.0.113.9");
    Browser.Answer last = caller.get("/api/session");
    for (int times = 0; times < 7 && last.status() != 429; times++) {
      last = caller.post("/api/identity/codes", "{}");
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("Retry-After")).isNotEmpty();
    assertThat(Browser.behindProxy(port, "203.0.113.10").post("/api/identity/codes", "{}").status())
        .isEqualTo(200);
  }
}
