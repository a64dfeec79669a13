package org.juxian.platform.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls a running service over HTTP, as somebody. Immutable. */
public final class Api {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final String base;
  private final Map<String, String> headers;

  private Api(String base, Map<String, String> headers) {
    this.base = base;
    this.headers = Map.copyOf(headers);
  }

  /** The service at a local port, called by nobody in particular. */
  public static Api at(int port) {
    return at("http://127.0.0.1:" + port);
  }

  /** The service at an address without a trailing slash. */
  public static Api at(String base) {
    return new Api(base, Map.of("Accept-Language", "en"));
  }

  /** The same, signed in. */
  public Api as(String personId, String... grants) {
    return with("Authorization", "Bearer " + TestTokens.token(personId, personId, List.of(grants)));
  }

  /** The same with a header more. */
  public Api with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Api(base, more);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  /** Posts an object as JSON; a {@code String} is sent as it is. */
  public Answer post(String path, @Nullable Object body) {
    return send("POST", path, body);
  }

  public Answer put(String path, @Nullable Object body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, @Nullable Object body) {
    return send("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** Any request; the body as in {@link #post}. */
  public Answer send(String method, String path, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    headers.forEach(request::header);
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      if (!headers.containsKey("Content-Type")) {
        request.header("Content-Type", "application/json");
      }
      String text = body instanceof String given ? given : JSON.writeValueAsString(body);
      request.method(method, HttpRequest.BodyPublishers.ofString(text));
    }
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(method + " " + path, response);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** What came back. */
  public record Answer(String call, HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String text() {
      return response.body();
    }

    /** The body as JSON; missing where it is none. */
    public JsonNode json() {
      return text().isEmpty() ? MissingNode.getInstance() : JSON.readTree(text());
    }

    /** Fails unless the status is this one. */
    public Answer expect(int status) {
      if (status() != status) {
        throw new AssertionError(
            call + " answered " + status() + " instead of " + status + ": " + text());
      }
      return this;
    }

    /** Fails unless it is this problem, and with this status. */
    public Answer expectProblem(int status, String slug) {
      expect(status);
      String type = json().path("type").asString("");
      if (!type.endsWith("/" + slug)) {
        throw new AssertionError(call + " is the problem " + type + ", not " + slug);
      }
      return this;
    }

    /** The fields that a problem names. */
    public List<String> faultyFields() {
      List<String> fields = new ArrayList<>();
      json().path("errors").forEach(error -> fields.add(error.path("field").asString("")));
      return fields;
    }

    public @Nullable String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    /** The version in the ETag, quoted as {@code If-Match} wants it. */
    public String etag() {
      String tag = header("ETag");
      if (tag == null) {
        throw new AssertionError(call + " has no ETag");
      }
      return tag;
    }
  }
}
