package org.dockline.poller.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.dockline.poller.simulator.world.World;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers as JCDecaux and GBFS servers do: chunked, gzip when asked for, no ETag. Every answer says
 * of itself, in a header, that it is simulated.
 */
public final class SimulatorServer implements AutoCloseable {

  /** The header that every answer carries, with the value {@code true}. */
  public static final String SIMULATED_HEADER = "X-Dockline-Simulated";

  private static final Logger LOG = LoggerFactory.getLogger(SimulatorServer.class);
  private static final int THREADS = 4;
  private static final int BUFFER = 64 * 1024;

  private final HttpServer server;
  private final ExecutorService threads;
  private final SimulatorRoutes routes;

  private SimulatorServer(HttpServer server, ExecutorService threads, SimulatorRoutes routes) {
    this.server = server;
    this.threads = threads;
    this.routes = routes;
  }

  /**
   * Starts to listen.
   *
   * @param address port 0 takes a free one
   * @param clock what the time of every answer is taken from
   * @throws IOException when the port is taken
   */
  public static SimulatorServer start(InetSocketAddress address, World world, InstantSource clock)
      throws IOException {
    HttpServer http = HttpServer.create(address, 0);
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("simulator-", 0).factory());
    SimulatorServer server =
        new SimulatorServer(http, threads, new SimulatorRoutes(new Simulation(world, clock)));
    http.setExecutor(threads);
    http.createContext("/", server::handle);
    http.start();
    return server;
  }

  /** The port that is listened on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, routes.answer(request(exchange)));
    } catch (RuntimeException e) {
      LOG.error("{} failed", exchange.getRequestURI().getPath(), e);
      throw e;
    }
  }

  private Request request(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return Request.of(
        exchange.getRequestMethod(),
        exchange.getRequestURI(),
        "http://" + (host == null ? "127.0.0.1:" + port() : host),
        exchange.getRemoteAddress().getAddress().isLoopbackAddress());
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    boolean zipped = acceptsGzip(exchange);
    exchange.getResponseHeaders().set(SIMULATED_HEADER, "true");
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    exchange.getResponseHeaders().set("Vary", "Accept-Encoding");
    if (zipped) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    exchange.sendResponseHeaders(answer.status(), 0);
    OutputStream plain = exchange.getResponseBody();
    try (OutputStream out =
        new BufferedOutputStream(zipped ? new GZIPOutputStream(plain) : plain, BUFFER)) {
      answer.body().writeTo(out);
    }
  }

  private static boolean acceptsGzip(HttpExchange exchange) {
    List<String> accepted = exchange.getRequestHeaders().get("Accept-Encoding");
    return accepted != null && accepted.stream().anyMatch(line -> line.contains("gzip"));
  }
}
