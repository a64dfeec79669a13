package org.juxian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.juxian.gateway.routing.ServiceName;

/** Answers that take long on purpose: live counts and large exports. */
class StreamTest extends GatewayTest {

  private static final String LIVE = "/api/events/7/check-ins/live";
  private static final String EXPORT = "/api/events/7/registrations/export";
  private static final String EVENTS = "text/event-stream";
  private static final int ROWS = 100_000;

  /** Longer than the limit of 0.8 s within which anything else has to go on. */
  private static final Duration SILENCE = Duration.ofMillis(1500);

  private final CountDownLatch goOn = new CountDownLatch(1);

  @AfterEach
  void nothing_waits_any_longer() {
    goOn.countDown();
  }

  @Test
  void events_arrive_one_by_one_and_a_silence_between_them_ends_nothing() throws Exception {
    counts();
    try (BufferedReader events = open(LIVE, EVENTS)) {
      assertThat(events.readLine()).as("before the second is sent").isEqualTo("data: 1");
      assertThat(events.readLine()).isEmpty();
      await().pollDelay(SILENCE).atMost(SILENCE.multipliedBy(4)).until(() -> true);
      goOn.countDown();
      assertThat(events.lines()).containsExactly("data: 2", "");
    }
  }

  /** Shows that the silence above is one that the limit would otherwise end. */
  @Test
  void any_other_answer_is_cut_by_such_a_silence_and_does_not_look_complete() throws Exception {
    counts();
    try (BufferedReader answer = open(LIVE, "*/*")) {
      assertThat(answer.readLine()).isEqualTo("data: 1");
      assertThat(answer.readLine()).isEmpty();
      assertThatThrownBy(answer::readLine).isInstanceOf(IOException.class);
    }
  }

  @Test
  void many_open_streams_leave_room_for_everybody_else() throws Exception {
    counts();
    BufferedReader[] streams = new BufferedReader[CONNECTIONS + 2];
    for (int i = 0; i < streams.length; i++) {
      streams[i] = open(LIVE, EVENTS);
      assertThat(streams[i].readLine()).isEqualTo("data: 1");
    }
    assertThat(browser().get("/api/events").status()).isEqualTo(200);
    goOn.countDown();
    for (BufferedReader stream : streams) {
      assertThat(stream.lines()).contains("data: 2");
      stream.close();
    }
  }

  @Test
  void a_hundred_thousand_rows_flow_through_as_they_are_written() throws Exception {
    service(ServiceName.REGISTRATION).on(EXPORT, (exchange, _) -> rows(exchange));
    try (BufferedReader rows = open(EXPORT, "text/csv")) {
      assertThat(rows.readLine()).as("while the rest is not yet written").isEqualTo(row(0));
      goOn.countDown();
      int next = 1;
      for (String line = rows.readLine(); line != null; line = rows.readLine()) {
        assertThat(line).isEqualTo(row(next++));
      }
      assertThat(next).isEqualTo(ROWS);
    }
  }

  private void counts() {
    service(ServiceName.REGISTRATION)
        .on(
            LIVE,
            (exchange, _) -> {
              exchange.getResponseHeaders().set("Content-Type", EVENTS);
              exchange.sendResponseHeaders(200, 0);
              OutputStream out = exchange.getResponseBody();
              write(out, "data: 1\n\n");
              awaitGoOn();
              write(out, "data: 2\n\n");
            });
  }

  private void rows(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/csv; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    StringBuilder block = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      block.append(row(row)).append('\n');
      if (row % 1000 == 999) {
        write(out, block.toString());
        block.setLength(0);
      }
      if (row == 1999) {
        awaitGoOn();
      }
    }
  }

  private static String row(int number) {
    return number + ",confirmed,王小明,+8613900000000";
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private void awaitGoOn() {
    try {
      goOn.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private BufferedReader open(String path, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept", accept)
            .build();
    HttpResponse<InputStream> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }
}
