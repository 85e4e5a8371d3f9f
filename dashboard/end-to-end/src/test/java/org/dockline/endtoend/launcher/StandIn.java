package org.dockline.endtoend.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Stands in for every main class that the launcher starts: answers 200 on {@code HEALTH_PORT}, or
 * ends at once when there is none to answer on. {@code STAND_IN_FAILS} names one that fails, {@code
 * STAND_IN_SICK} one that never gets healthy.
 */
final class StandIn {

  private StandIn() {}

  public static void main(String[] args) throws IOException {
    String said = String.join(" ", args);
    System.out.println("started as " + said);
    System.out.println("brokers " + System.getenv("KAFKA_BOOTSTRAP_SERVERS"));
    String fails = System.getenv().getOrDefault("STAND_IN_FAILS", "none");
    if (said.contains(fails)) {
      System.out.println("the reason why " + fails + " fails");
      System.exit(3);
    }
    if (Arrays.asList(args).contains("schedule")) {
      Process child = new ProcessBuilder("sleep", "600").start();
      System.out.println("child " + child.pid());
    }
    int port = Integer.parseInt(System.getenv().getOrDefault("HEALTH_PORT", "0"));
    if (port > 0) {
      answerOn(port, said.contains(System.getenv().getOrDefault("STAND_IN_SICK", "none")));
    }
  }

  private static void answerOn(int port, boolean sick) throws IOException {
    byte[] body =
        "{\"status\":\"UP\",\"details\":{\"last\":\"now\",\"lag\":\"0\"}}"
            .getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(sick ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
  }
}
