package org.juxian.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The machine's other names lead to the one that people were told: http://localhost:8080. */
class OtherNameTest extends GatewayTest {

  private static final String PAGE = "text/html,application/xhtml+xml,*/*;q=0.8";

  @Test
  void aPageUnderTheMachinesOtherNameIsLedToTheOneThatPeopleWereTold() throws IOException {
    assertThat(get("/events/a%20b?from=%22x%22", "127.0.0.1:8080", PAGE))
        .startsWith("HTTP/1.1 302")
        .contains("Location: http://localhost:8080/events/a%20b?from=%22x%22\r\n");
    assertThat(get("/", "[::1]:8080", PAGE)).contains("Location: http://localhost:8080/\r\n");
    assertThat(get("//elsewhere.example/", "127.0.0.1:8080", PAGE))
        .doesNotContain("Location: //")
        .doesNotContain("Location: http://elsewhere");
  }

  @Test
  void aPageUnderTheNameItselfIsAnswered() throws IOException {
    assertThat(get("/", "localhost:8080", PAGE)).startsWith("HTTP/1.1 200");
  }

  @Test
  void programsAndNamesOfAProxyAreAnsweredAsTheyAre() throws IOException {
    assertThat(get("/assets/app-1a2b.js", "127.0.0.1:8080", "*/*")).startsWith("HTTP/1.1 200");
    assertThat(get("/", "gateway.internal:8080", PAGE)).startsWith("HTTP/1.1 200");
    assertThat(get("/", "127.0.0.1:9999", PAGE)).startsWith("HTTP/1.1 200");
  }

  private String get(String path, String host, String accept) throws IOException {
    return raw(
        String.join(
            "\r\n",
            "GET " + path + " HTTP/1.1",
            "Host: " + host,
            "Accept: " + accept,
            "Connection: close",
            "",
            ""));
  }
}
