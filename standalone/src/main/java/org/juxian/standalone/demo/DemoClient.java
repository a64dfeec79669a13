package org.juxian.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Talks to the gateway as a person would: signs in with the code that arrives in the sandbox, then
 * asks.
 */
public final class DemoClient implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern CODE = Pattern.compile("(?<![0-9])([0-9]{6})(?![0-9])");
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final Duration CODE_LIMIT = Duration.ofSeconds(40);
  private static final Duration PAUSE = Duration.ofMillis(150);

  private final URI gateway;
  private final URI inbox;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> tokens = new HashMap<>();

  /** Asks the gateway, and reads codes in the sandbox's inbox. */
  public DemoClient(URI gateway, URI inbox) {
    this.gateway = gateway;
    this.inbox = inbox;
  }

  /**
   * An answer.
   *
   * @param body empty if it had none
   */
  public record Answer(int status, JsonNode body) {

    /** Whether what was asked for was done. */
    public boolean ok() {
      return status >= 200 && status < 300;
    }
  }

  /** A request in the name of the person; signs the person in first if that is still to be done. */
  public Answer ask(
      String address,
      String method,
      String path,
      Map<String, String> headers,
      @Nullable JsonNode body)
      throws DemoFailedException, IOException, InterruptedException {
    HttpRequest.Builder request = request(method, path, body);
    request.header("Authorization", "Bearer " + token(address));
    headers.forEach(request::header);
    return send(request);
  }

  /** The person's access token. */
  public String token(String address)
      throws DemoFailedException, IOException, InterruptedException {
    String known = tokens.get(address);
    if (known == null) {
      known = signIn(address);
      tokens.put(address, known);
    }
    return known;
  }

  private String signIn(String address)
      throws DemoFailedException, IOException, InterruptedException {
    String before = newestMessageId(address);
    JsonNode who = JsonNodeFactory.instance.objectNode().put("address", address);
    Answer asked = send(request("POST", "/api/identity/codes", who));
    if (!asked.ok()) {
      throw refused("POST /api/identity/codes", asked);
    }
    JsonNode proof =
        JsonNodeFactory.instance
            .objectNode()
            .put("address", address)
            .put("code", awaitCode(address, before));
    Answer answer = send(request("POST", "/api/identity/tokens", proof));
    if (!answer.ok()) {
      throw refused("POST /api/identity/tokens", answer);
    }
    return answer.body().path("accessToken").asString();
  }

  private String awaitCode(String address, String before)
      throws DemoFailedException, IOException, InterruptedException {
    long deadline = System.nanoTime() + CODE_LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode newest = newestMessage(address);
      Matcher code = CODE.matcher(newest.path("text").asString(""));
      if (!newest.path("id").asString("").equals(before) && code.find()) {
        return code.group(1);
      }
      Thread.sleep(PAUSE);
    }
    throw new DemoFailedException("No code for " + address + " arrived in the sandbox.");
  }

  private String newestMessageId(String address) throws IOException, InterruptedException {
    return newestMessage(address).path("id").asString("");
  }

  private JsonNode newestMessage(String address) throws IOException, InterruptedException {
    String query = "?limit=1&address=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    URI uri = inbox.resolve("/api/messages" + query);
    return send(HttpRequest.newBuilder(uri).timeout(ANSWER_LIMIT)).body().at("/items/0");
  }

  private HttpRequest.Builder request(String method, String path, @Nullable JsonNode body) {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    return HttpRequest.newBuilder(gateway.resolve(path))
        .timeout(ANSWER_LIMIT)
        .header("Content-Type", "application/json")
        .method(method, publisher);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    String body = response.body();
    boolean json = body.startsWith("{") || body.startsWith("[");
    return new Answer(
        response.statusCode(), json ? JSON.readTree(body) : JsonNodeFactory.instance.missingNode());
  }

  static DemoFailedException refused(String what, Answer answer) {
    return new DemoFailedException(what + ": " + answer.status() + " " + answer.body());
  }

  @Override
  public void close() {
    http.close();
  }
}
