package org.juxian.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser, or another client, of the gateway: keeps cookies, follows no redirect. */
final class Browser {

  private static final JsonMapper JSON = new JsonMapper();

  private final int port;
  private final HttpClient client;
  private final Map<String, String> always = new LinkedHashMap<>();
  final Map<String, String> cookies = new LinkedHashMap<>();

  private Browser(int port, String from) {
    this.port = port;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .localAddress(InetAddress.ofLiteral(from))
            .build();
  }

  static Browser at(int port) {
    return new Browser(port, InetAddress.getLoopbackAddress().getHostAddress());
  }

  /** Behind the proxy that the gateway trusts. */
  static Browser behindProxy(int port, String forwardedFor) {
    return new Browser(port, "127.0.0.2").with("X-Forwarded-For", forwardedFor);
  }

  /** The same cookies at another gateway. */
  Browser at(Browser other) {
    cookies.putAll(other.cookies);
    return this;
  }

  Browser with(String header, String value) {
    always.put(header, value);
    return this;
  }

  Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  Answer get(String path, String header, String value) {
    return send("GET", path, null, Map.of(header, value));
  }

  /** As the web app does: with the token against forgery. */
  Answer post(String path, String body) {
    if (!cookies.containsKey("XSRF-TOKEN")) {
      get("/api/session");
    }
    return send("POST", path, body, Map.of("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN")));
  }

  Answer send(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null && !headers.containsKey("Content-Type")) {
      request.setHeader("Content-Type", "application/json");
    }
    always.forEach(request::setHeader);
    headers.forEach(request::setHeader);
    if (!cookies.isEmpty()) {
      request.setHeader("Cookie", cookieHeader());
    }
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      keepCookies(response);
      return new Answer(response);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Signs in, as a browser does that has a session at the provider. */
  Answer signIn(FakeProvider provider, String personId, String returnTo) {
    Answer begun = get("/oauth2/authorization/juxian?return=" + returnTo);
    Map<String, String> asked = query(begun.header("Location"));
    String code = provider.codeFor(personId, asked.get("nonce"));
    return get("/login/oauth2/code/juxian?code=" + code + "&state=" + asked.get("state"));
  }

  static Map<String, String> query(String address) {
    Map<String, String> query = new HashMap<>();
    for (String pair : URI.create(address).getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private String cookieHeader() {
    StringBuilder header = new StringBuilder();
    cookies.forEach(
        (name, value) ->
            header.append(header.isEmpty() ? "" : "; ").append(name).append('=').append(value));
    return header.toString();
  }

  private void keepCookies(HttpResponse<?> response) {
    for (String cookie : response.headers().allValues("Set-Cookie")) {
      String[] named = cookie.split(";", 2)[0].split("=", 2);
      if (cookie.contains("Max-Age=0")) {
        cookies.remove(named[0]);
      } else {
        cookies.put(named[0], named[1]);
      }
    }
  }

  /** What came back. */
  record Answer(HttpResponse<byte[]> response) {

    int status() {
      return response.statusCode();
    }

    String body() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return JSON.readTree(response.body());
    }

    String slug() {
      String type = json().path("type").asString();
      return type.substring(type.lastIndexOf('/') + 1);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String setCookies() {
      return String.join("\n", response.headers().allValues("Set-Cookie"));
    }
  }
}
