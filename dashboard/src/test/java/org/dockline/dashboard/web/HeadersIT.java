package org.dockline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dockline.dashboard.testing.DashboardUnderTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of answer says to browsers, and what none says about the server. */
class HeadersIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static @Nullable DashboardUnderTest dashboard;

  @BeforeAll
  static void start() {
    dashboard =
        DashboardUnderTest.start(
            folder, java.util.Map.of("MAP_TILES_URL", "https://{s}.tiles.example/{z}/{x}/{y}.png"));
    dashboard.publish(List.of());
  }

  @AfterAll
  static void stop() {
    if (dashboard != null) {
      dashboard.close();
    }
  }

  static Stream<String> answers() {
    return Stream.of(
        "GET /",
        "GET /pipeline",
        "GET /nowhere",
        "GET /live/stations.json",
        "GET /dockline/app.css",
        "GET /dockline/missing.js",
        "GET /webjars/leaflet/1.9.4/dist/leaflet.js",
        "GET /api/v1/contracts",
        "GET /api/v1/contracts/atlantis/stations",
        "GET /api/v1/stations/lyon/1/history?from=never",
        "GET /api/v1/nothing",
        "POST /api/v1/contracts",
        "GET /openapi.json",
        "GET /gbfs/3.0/lyon/gbfs.json",
        "GET /actuator/health",
        "GET /actuator/env",
        "GET /error",
        "POST /?v-r=uidl",
        "DELETE /");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void isCarefulAndTellsNothing(String request) throws Exception {
    String[] methodAndPath = request.split(" ", 2);
    HttpResponse<String> answer = ask(methodAndPath[0], methodAndPath[1]);
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
    assertThat(header(answer, "Permissions-Policy")).contains("geolocation=(self)", "camera=()");
    assertThat(header(answer, "Content-Security-Policy"))
        .contains("frame-ancestors 'none'", "default-src '")
        .doesNotContain("http:", "https://*;", "script-src *");
    assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    tellsNothing(answer.body());
  }

  @Test
  void aPageLetsItsOwnScriptsRunAndTheTilesShow() throws Exception {
    HttpResponse<String> first = ask("GET", "/");
    String policy = header(first, "Content-Security-Policy");
    assertThat(policy)
        .contains(
            "script-src 'self' 'nonce-", "img-src 'self' data: blob: https://*.tiles.example;")
        .doesNotContain("script-src 'self' 'unsafe-inline'");
    assertThat(header(ask("GET", "/"), "Content-Security-Policy"))
        .as("a nonce is used once")
        .isNotEqualTo(policy);
  }

  @Test
  void whatIsNoRequestIsToldNothingEither() throws IOException {
    for (String line : List.of("GET /%zz HTTP/1.1", "GET /{ HTTP/1.1", "NONSENSE")) {
      URI address = URI.create(running().address());
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        String request = line + "\r\nHost: x\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String answer =
            new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(answer).startsWith("HTTP/1.1 400");
        tellsNothing(answer);
      }
    }
  }

  private static void tellsNothing(String body) {
    assertThat(body)
        .doesNotContainIgnoringCase("tomcat")
        .doesNotContain("Exception", "\tat ", "org.springframework", "com.vaadin.flow.server.");
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join(", ", answer.headers().allValues(name));
  }

  private static HttpResponse<String> ask(String method, String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(running().address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static DashboardUnderTest running() {
    return Objects.requireNonNull(dashboard, "started before each test");
  }
}
