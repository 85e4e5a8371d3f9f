package org.dockline.station.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Answers {@code GET /health} with 200 or 503 and a small JSON object, and {@code GET /metrics} in
 * the Prometheus text format.
 */
public final class HealthServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService thread;

  private HealthServer(HttpServer server, ExecutorService thread) {
    this.server = server;
    this.thread = thread;
  }

  /**
   * Starts to listen.
   *
   * @param health asked at each request; must not block
   * @param metrics asked at each request; Prometheus text
   * @throws IOException when the port is taken or this machine has no such address, naming both
   *     settings
   */
  public static HealthServer start(
      HealthAddress address, Supplier<Health> health, Supplier<String> metrics) throws IOException {
    HttpServer server = listen(address);
    ExecutorService thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("health").factory());
    server.setExecutor(thread);
    server.createContext("/health", exchange -> answerHealth(exchange, health.get()));
    server.createContext(
        "/metrics", exchange -> answer(exchange, 200, "text/plain; version=0.0.4", metrics.get()));
    server.start();
    return new HealthServer(server, thread);
  }

  private static HttpServer listen(HealthAddress address) throws IOException {
    try {
      return HttpServer.create(
          new InetSocketAddress(InetAddress.getByName(address.host()), address.port()), 0);
    } catch (IOException e) {
      throw new IOException(
          "HEALTH_ADDRESS %s and HEALTH_PORT %d can't be listened on: %s; choose others"
              .formatted(address.host(), address.port(), e.getMessage()),
          e);
    }
  }

  /** The port that is listened on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
  }

  private static void answerHealth(HttpExchange exchange, Health health) throws IOException {
    String details =
        health.details().entrySet().stream()
            .map(e -> quoted(e.getKey()) + ":" + quoted(e.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    String body =
        "{\"status\":\"" + (health.up() ? "UP" : "DOWN") + "\",\"details\":" + details + "}";
    answer(exchange, health.up() ? 200 : 503, "application/json", body);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
              } else if (c < ' ') {
                out.append(String.format("\\u%04x", c));
              } else {
                out.append((char) c);
              }
            });
    return out.append('"').toString();
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
