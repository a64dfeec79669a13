package org.juxian.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service that answers as a test tells it, and remembers what it was asked. */
final class FakeService {

  /** What it was asked. */
  record Asked(String method, String uri, Headers headers, String body) {

    String header(String name) {
      return headers.getFirst(name);
    }
  }

  /** How it answers. */
  interface Answer {
    void to(HttpExchange exchange, String body) throws IOException;
  }

  final List<Asked> asked = new CopyOnWriteArrayList<>();

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final String name;
  private HttpServer server;

  FakeService(String name) {
    this.name = name;
    start(0);
  }

  private void start(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String uri = exchange.getRequestURI().toString();
    asked.add(new Asked(exchange.getRequestMethod(), uri, exchange.getRequestHeaders(), body));
    answers
        .getOrDefault(
            exchange.getRequestURI().getPath(),
            (any, ignored) -> json(any, 200, "{\"service\":\"" + name + "\"}"))
        .to(exchange, body);
    exchange.close();
  }

  static void json(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Has it answer a path so. */
  FakeService on(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  Asked last() {
    return asked.getLast();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String address() {
    return "http://127.0.0.1:" + port();
  }

  /** Stops it; its port refuses connections from now on. */
  void stop() {
    server.stop(0);
  }

  /** Starts it again where it was. */
  void restart() {
    start(port());
  }
}
