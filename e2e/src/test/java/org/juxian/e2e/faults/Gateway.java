package org.juxian.e2e.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Asks the gateway in somebody's name. */
final class Gateway implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Gateway(URI address) {
    this.address = address;
  }

  /**
   * An answer.
   *
   * @param retryAfter seconds, or empty
   * @param body missing where it is not JSON
   */
  record Answer(int status, String retryAfter, JsonNode body) {

    /** The last part of the problem's type. */
    String problem() {
      String type = body.path("type").asString("");
      return type.substring(type.lastIndexOf('/') + 1);
    }

    JsonNode expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError("Not " + wanted + " but " + status + ": " + body);
      }
      return body;
    }
  }

  Answer get(String token, String path) {
    return send(request(token, path).GET());
  }

  Answer post(String token, String path, Object body, String key) {
    return send(
        request(token, path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  /** A list to its end, part by part. */
  List<JsonNode> all(String token, String path) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode part = get(token, path + "?limit=200" + cursor).expect(200);
      part.path("items").forEach(items::add);
      cursor = part.has("next") ? "&cursor=" + part.path("next").asString() : "";
    } while (!cursor.isEmpty());
    return items;
  }

  private HttpRequest.Builder request(String token, String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String retryAfter = answer.headers().firstValue("Retry-After").orElse("");
      return new Answer(answer.statusCode(), retryAfter, json(answer.body()));
    } catch (IOException e) {
      // The gateway lives through all of it: that it breaks off is a fault of its own.
      throw new AssertionError("The gateway gave no answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException notJson) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
