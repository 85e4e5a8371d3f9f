package org.dockline.batch.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dockline.station.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real HTTP server in this process. */
class WebhookChannelTest {

  private static final Notice NOTICE =
      new Notice(
          Notice.Kind.RECOVERY,
          "load",
          Instant.parse("2026-01-10T04:00:00Z"),
          "the load works again",
          List.of("say \"hello\""));

  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile int status = 204;
  private volatile Duration delay = Duration.ZERO;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
          try (exchange) {
            Thread.sleep(delay);
            exchange.sendResponseHeaders(status, -1);
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void postsOneObject() throws IOException {
    channel().deliver(NOTICE);
    assertThat(received)
        .containsExactly(
            "Bearer hidden {\"event\":\"recovery\",\"job\":\"load\",\"at\":\"2026-01-10T04:00:00Z\","
                + "\"subject\":\"Dockline: the load works again\","
                + "\"text\":\"Dockline: the load works again\\nsay \\\"hello\\\"\\n\"}");
  }

  @Test
  void troubleOfTheServerMayPassARefusalDoesNot() {
    status = 503;
    assertThatThrownBy(() -> channel().deliver(NOTICE))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(RefusedException.class)
        .hasMessageContaining("503");
    status = 429;
    assertThatThrownBy(() -> channel().deliver(NOTICE)).isNotInstanceOf(RefusedException.class);
    status = 403;
    assertThatThrownBy(() -> channel().deliver(NOTICE))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("WEBHOOK_URL");
  }

  @Test
  void slowServerIsGivenUpAndTheAddressIsNeverSaid() {
    delay = Duration.ofSeconds(2);
    assertThatThrownBy(() -> channel().deliver(NOTICE))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("secret-path");
    assertThat(channel().name()).isEqualTo("the webhook at 127.0.0.1");
  }

  private Channel channel() {
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/secret-path";
    return new WebhookChannel(new Secret(address), new Secret("hidden"), Duration.ofMillis(700));
  }
}
