package org.juxian.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.juxian.gateway.routing.ServiceName;

/** The page over the interfaces of all services, and who may read it from elsewhere. */
class DocsTest extends GatewayTest {

  private static final Pattern OWN = Pattern.compile("(?:src|href)=\"(/api/docs/assets/[^\"]+)\"");

  @Test
  void the_page_finds_everything_it_is_made_of_here() {
    Browser.Answer page = browser().get("/api/docs");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("http://", "https://");
    List<String> assets = OWN.matcher(page.body()).results().map(own -> own.group(1)).toList();
    assertThat(assets).hasSize(5);
    for (String asset : assets) {
      Browser.Answer answer = browser().get(asset);
      assertThat(answer.status()).as(asset).isEqualTo(200);
      assertThat(answer.header("Content-Type"))
          .as(asset)
          .contains(asset.endsWith(".css") ? "css" : "javascript");
      assertThat(answer.header("X-Content-Type-Options")).as(asset).isEqualTo("nosniff");
    }
  }

  @Test
  void each_service_describes_itself_and_nothing_else_of_it_is_shown() {
    ServiceName.all()
        .forEach(
            name -> {
              assertThat(browser().get("/api/docs/" + name.slug()).status()).isEqualTo(200);
              assertThat(service(name).last().uri()).isEqualTo("/v3/api-docs");
            });
    assertThat(browser().get("/api/docs/nobody").status()).isEqualTo(404);
  }

  @Test
  void the_pages_of_others_may_not_read_our_answers() {
    int before = service(ServiceName.FAIR).asked.size();
    Browser.Answer preflight =
        browser()
            .with("Origin", "https://elsewhere.example")
            .with("Access-Control-Request-Method", "POST")
            .send("OPTIONS", "/api/fairs", null, Map.of());
    assertThat(preflight.status()).isEqualTo(403);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
    Browser.Answer read = browser().with("Origin", "https://elsewhere.example").get("/api/fairs");
    assertThat(read.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(service(ServiceName.FAIR).asked).as("not even asked").hasSize(before);
  }
}
