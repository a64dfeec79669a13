package org.juxian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.juxian.gateway.routing.ServiceName;

class RoutingTest extends GatewayTest {

  /** Browsers and the JDK's client send {@code Content-Length: 0} with a POST that has no body. */
  @Test
  void a_post_without_a_body_reaches_its_service() throws Exception {
    assertThat(program().send("POST", "/api/fairs/1/publish", null, Map.of()).status())
        .isEqualTo(200);
    assertThat(service(ServiceName.FAIR).last().uri()).isEqualTo("/api/fairs/1/publish");
    assertThat(
            raw(
                String.join(
                    "\r\n",
                    "POST /api/fairs/2/publish HTTP/1.1",
                    "Host: x",
                    "Authorization: Bearer a",
                    "Content-Length: 0",
                    "Connection: close",
                    "",
                    "")))
        .startsWith("HTTP/1.1 200");
    assertThat(service(ServiceName.FAIR).last().uri()).isEqualTo("/api/fairs/2/publish");
  }

  @Test
  void each_path_reaches_its_service_with_query_body_and_token() {
    program().send("POST", "/api/events/7/registrations?x=%20y", "{\"a\":1}", Map.of());
    FakeService.Asked asked = service(ServiceName.REGISTRATION).last();
    assertThat(asked.uri()).isEqualTo("/api/events/7/registrations?x=%20y");
    assertThat(asked.body()).isEqualTo("{\"a\":1}");
    assertThat(asked.header("Authorization")).isEqualTo("Bearer some.made-up.token");
    Map.of(
            "/api/competitions", ServiceName.COMPETITION,
            "/api/forums/1", ServiceName.FORUM,
            "/api/notifications/mine", ServiceName.NOTIFICATION,
            "/api/identity/me", ServiceName.IDENTITY)
        .forEach(
            (path, name) -> {
              assertThat(browser().get(path).status()).isEqualTo(200);
              assertThat(service(name).last().uri()).isEqualTo(path);
            });
  }

  @Test
  void what_a_client_says_of_its_address_is_not_believed_but_a_trusted_proxy_is() {
    browser().with("X-Forwarded-For", "8.8.8.8").get("/api/fairs");
    assertThat(service(ServiceName.FAIR).last().header("X-Forwarded-For")).isEqualTo("127.0.0.1");
    Browser.behindProxy(port, "8.8.4.4").get("/api/fairs");
    assertThat(service(ServiceName.FAIR).last().header("X-Forwarded-For")).isEqualTo("8.8.4.4");
  }

  @Test
  void a_service_that_is_away_is_said_to_be_away_while_the_rest_works_on() {
    FakeService forum = service(ServiceName.FORUM);
    forum.stop();
    try {
      Browser.Answer answer = browser().with("Accept-Language", "en").get("/api/forums");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.slug()).isEqualTo("service-unavailable");
      assertThat(answer.json().path("service").asString()).isEqualTo("forum");
      assertThat(answer.header("Retry-After")).isNotEmpty();
      assertThat(browser().with("Accept-Language", "zh-CN").get("/api/forums").body())
          .contains("暂时不可用");
      assertThat(browser().get("/api/fairs").status()).isEqualTo(200);
    } finally {
      forum.restart();
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> browser().get("/api/forums").status() == 200);
  }

  @Test
  void the_actuator_of_a_service_is_never_reached() {
    for (String path :
        new String[] {"/api/fairs/../../actuator/env", "/api/fairs/%2e%2e/%2e%2e/actuator/env"}) {
      int before = service(ServiceName.FAIR).asked.size();
      assertThat(browser().get(path).status()).as(path).isNotEqualTo(200);
      assertThat(service(ServiceName.FAIR).asked).as(path).hasSize(before);
    }
    assertThat(browser().get("/actuator/env").body()).doesNotContain("systemProperties");
  }

  @Test
  void the_web_app_is_served_with_its_headers() {
    Browser.Answer page = browser().get("/tickets/1");
    assertThat(page.body()).contains("聚贤");
    assertThat(page.header("Content-Security-Policy"))
        .contains("frame-ancestors 'none'")
        .doesNotContain("script-src 'self' 'unsafe-inline'");
    assertThat(page.header("Cache-Control")).contains("no-cache");
    assertThat(browser().get("/assets/app-1a2b.js").header("Cache-Control")).contains("immutable");
    Browser.Answer worker = browser().get("/desk/door/worker.js");
    assertThat(worker.header("Content-Type")).startsWith("text/javascript");
    assertThat(worker.header("Cache-Control")).contains("no-cache");
    assertThat(worker.header("Content-Security-Policy")).contains("worker-src 'self'");
    assertThat(browser().get("/desk/door/1").body()).contains("聚贤");
    assertThat(browser().get("/.hidden").body()).doesNotContain("secret");
    assertThat(browser().get("/api/nothing").status()).isEqualTo(404);
  }
}
