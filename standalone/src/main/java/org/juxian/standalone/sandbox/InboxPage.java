package org.juxian.standalone.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Shows the messages to a browser, and gives them as JSON to tests. */
final class InboxPage implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int DEFAULT_LIMIT = 200;
  private static final int LIVE_SIGN_SECONDS = 15;

  private final HttpServer server;
  private final Inbox inbox;

  private InboxPage(HttpServer server, Inbox inbox) {
    this.server = server;
    this.inbox = inbox;
  }

  /** Listens at that address. */
  static InboxPage open(InetAddress address, int port, Inbox inbox) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    InboxPage page = new InboxPage(server, inbox);
    server.createContext("/", page::answerPage);
    server.createContext("/api/health", exchange -> page.answerJson(exchange, Map.of("up", true)));
    server.createContext("/api/messages", page::answerMessages);
    server.createContext("/api/stream", page::answerStream);
    server.start();
    return page;
  }

  private void answerPage(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals("/")) {
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
      return;
    }
    try (InputStream page = InboxPage.class.getResourceAsStream("inbox.html")) {
      if (page == null) {
        throw new IllegalStateException("The page is not in the jar.");
      }
      exchange
          .getResponseHeaders()
          .set(
              "Content-Security-Policy",
              "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
                  + " connect-src 'self'; img-src data:; frame-src 'self'");
      answer(exchange, "text/html; charset=utf-8", page.readAllBytes());
    }
  }

  /** {@code GET /api/messages?address=&limit=}, the newest first. */
  private void answerMessages(HttpExchange exchange) throws IOException {
    String address = parameter(exchange, "address", "");
    String limit = parameter(exchange, "limit", String.valueOf(DEFAULT_LIMIT));
    if (!limit.matches("[0-9]{1,4}")) {
      exchange.sendResponseHeaders(400, -1);
      exchange.close();
      return;
    }
    answerJson(exchange, Map.of("items", inbox.newest(address, Integer.parseInt(limit))));
  }

  private void answerJson(HttpExchange exchange, Object body) throws IOException {
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    answer(exchange, "application/json; charset=utf-8", JSON.writeValueAsBytes(body));
  }

  private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Server-sent events: each message when it comes, and now and then a sign of life. */
  private void answerStream(HttpExchange exchange) throws IOException {
    BlockingQueue<Message> coming = new LinkedBlockingQueue<>();
    Runnable stopListening = inbox.listen(coming::add);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      send(out, ": hello\n\n");
      while (true) {
        Message message = coming.poll(LIVE_SIGN_SECONDS, TimeUnit.SECONDS);
        send(
            out,
            message == null ? ": alive\n\n" : "data: " + JSON.writeValueAsString(message) + "\n\n");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stopListening.run();
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String parameter(HttpExchange exchange, String name, String otherwise) {
    String query = exchange.getRequestURI().getRawQuery();
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        if (pair.startsWith(name + "=")) {
          return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        }
      }
    }
    return otherwise;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
