package org.dockline.poller.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dockline.poller.simulator.fault.Faults;
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

  static {
    // Read when the JDK's server is first loaded. Without it every second answer on a connection
    // waits 40 ms for the client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final SimulatorRoutes routes;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Sending sending = new Sending(closed);

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
    return start(address, world, clock, new Faults());
  }

  /**
   * Starts to listen, with faults.
   *
   * @param address port 0 takes a free one
   * @param clock what the time of every answer is taken from
   * @param faults what goes wrong from the beginning; others may be added
   * @throws IOException when the port is taken
   */
  public static SimulatorServer start(
      InetSocketAddress address, World world, InstantSource clock, Faults faults)
      throws IOException {
    HttpServer http = HttpServer.create(address, 0);
    // One each, so that an answer that is kept back delays no other.
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("simulator-", 0).factory());
    SimulatorServer server =
        new SimulatorServer(
            http, threads, new SimulatorRoutes(new Simulation(world, clock, faults)));
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
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      sending.send(exchange, routes.answer(request(exchange)));
      exchange.close();
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
}
