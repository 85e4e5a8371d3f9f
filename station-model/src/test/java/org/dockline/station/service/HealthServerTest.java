package org.dockline.station.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.dockline.station.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class HealthServerTest {

  /** Another address of the loopback interface, which Linux answers at without being told to. */
  private static final String OTHER = "127.0.0.2";

  @Test
  void saysHowTheServiceIs() throws Exception {
    try (HealthServer server = start(Map.of(), true)) {
      HttpResponse<String> answer = get(HealthAddress.LOOPBACK, server, "/health");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .isEqualTo("{\"status\":\"UP\",\"details\":{\"state\":\"a \\\"word\\\"\"}}");
      assertThat(get(HealthAddress.LOOPBACK, server, "/metrics").body()).isEqualTo("up 1\n");
    }
    try (HealthServer server = start(Map.of(), false)) {
      assertThat(get(HealthAddress.LOOPBACK, server, "/health").statusCode()).isEqualTo(503);
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "127.0.0.2 is an address by itself on Linux only")
  void isReachedFromElsewhereOnlyWhenOpened() throws Exception {
    try (HealthServer closed = start(Map.of(), true);
        HealthServer open = start(Map.of("HEALTH_ADDRESS", "0.0.0.0"), true)) {
      assertThatThrownBy(() -> get(OTHER, closed, "/health")).isInstanceOf(ConnectException.class);
      assertThat(get(OTHER, open, "/health").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void addressThatCannotBeUsedIsNamedWithItsSettings() throws Exception {
    try (HealthServer first = start(Map.of(), true)) {
      HealthAddress taken = new HealthAddress(HealthAddress.LOOPBACK, first.port());
      assertThatThrownBy(() -> HealthServer.start(taken, () -> health(true), () -> ""))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(
              "HEALTH_ADDRESS 127.0.0.1 and HEALTH_PORT "
                  + first.port()
                  + " can't be listened on: ");
    }
    assertThatThrownBy(() -> start(Map.of("HEALTH_ADDRESS", "192.0.2.77"), true))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("HEALTH_ADDRESS 192.0.2.77 and HEALTH_PORT 0 can't be");
  }

  private static HealthServer start(Map<String, String> environment, boolean up)
      throws IOException {
    HealthAddress address = HealthAddress.from(Settings.of(environment), 0);
    return HealthServer.start(address, () -> health(up), () -> "up 1\n");
  }

  private static Health health(boolean up) {
    return new Health(up, Map.of("state", "a \"word\""));
  }

  private static HttpResponse<String> get(String host, HealthServer server, String path)
      throws IOException, InterruptedException {
    URI address = URI.create("http://" + host + ":" + server.port() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
  }
}
