package org.juxian.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.juxian.standalone.sandbox.Message;
import tools.jackson.databind.json.JsonMapper;

/** The phones and mailboxes of the people: what left the platform over SMPP and SMTP. */
public final class SandboxInbox implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

  private final URI address;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Set<String> read = new HashSet<>();

  /** Reads what the sandbox at the address got. */
  public SandboxInbox(URI address) {
    this.address = address;
  }

  private record Page(List<Message> items) {}

  /** The page that shows them to a person. */
  URI page() {
    return address.resolve("/");
  }

  /** Waits for a message to the phone or mail address whose text has the words in it. */
  Message awaitMessage(String to, String words) {
    return await("a message with “" + words + "” to " + to)
        .atMost(PATIENCE)
        .until(() -> find(to, words), found -> !found.isEmpty())
        .getFirst();
  }

  /** What has come to the address so far brings no {@link #awaitCode} any more. */
  void markRead(String to) {
    messages(to).forEach(message -> read.add(message.id()));
  }

  /** Waits for a code to the address. */
  String awaitCode(String to) {
    return await("a code to " + to)
        .atMost(PATIENCE)
        .until(() -> unreadCodes(to), found -> !found.isEmpty())
        .getFirst();
  }

  private List<String> unreadCodes(String to) {
    return messages(to).stream()
        .filter(message -> !read.contains(message.id()))
        .map(message -> CODE.matcher(message.text()))
        .filter(Matcher::find)
        .map(Matcher::group)
        .toList();
  }

  private List<Message> find(String to, String words) {
    return messages(to).stream().filter(message -> message.text().contains(words)).toList();
  }

  /** What has come to the address so far, the newest first. */
  public List<Message> messages(String to) {
    URI uri =
        address.resolve("/api/messages?address=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    try {
      HttpResponse<String> answer =
          http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      return JSON.readValue(answer.body(), Page.class).items();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
