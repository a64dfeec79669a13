package org.juxian.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Asks the gateway on behalf of people, over connections that stay open. */
final class Gateway implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  Gateway(URI address) {
    this.address = address;
  }

  HttpResponse<String> get(Person person, String path) throws IOException, InterruptedException {
    return send(request(person, path).GET());
  }

  /** Each key once: the service is to do it, not to remember it. */
  HttpResponse<String> post(Person person, String path, String body, String idempotencyKey)
      throws IOException, InterruptedException {
    return send(
        request(person, path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(Person person, String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + person.token());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
