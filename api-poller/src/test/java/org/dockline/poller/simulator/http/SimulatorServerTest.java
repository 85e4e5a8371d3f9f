package org.dockline.poller.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.dockline.poller.simulator.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server as a client sees it. */
class SimulatorServerTest {

  private static final Instant NOW = Instant.parse("2026-03-11T12:00:07Z");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static SimulatorServer server;

  @BeforeAll
  static void start() throws IOException {
    server =
        SimulatorServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            World.of(1, 100),
            () -> NOW);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /vls/v3/stations                          | 403 | {"error":"Unauthorized"}
          /vls/v1/stations?apiKey=                  | 403 | {"error":"Unauthorized"}
          /vls/v1/contracts                         | 403 | {"error":"Unauthorized"}
          /vls/v3/stations?apiKey=k&contract=nowhere| 400 | {"error":"Specified contract does not exist"}
          /vls/v1/stations?apiKey=k&contract=a%2Fb  | 400 | {"error":"Specified contract does not exist"}
          /vls/v2/stations?apiKey=k                 | 404 | {"error":"Resource Not Found"}
          /elsewhere                                | 404 | {"error":"Resource Not Found"}
          /gbfs/nowhere/v2/gbfs.json                | 404 | 404 Not Found
          /gbfs/dublin/v1/gbfs.json                 | 404 | 404 Not Found
          /gbfs/dublin/v3/free_bike_status.json     | 404 | 404 Not Found
          """)
  void refusesAsTheProvidersDo(String path, int status, String body) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.headers().firstValue("X-Dockline-Simulated")).hasValue("true");
  }

  @Test
  void answersAsJcdecauxDoes() throws Exception {
    HttpResponse<String> answer = get("/vls/v3/stations?apiKey=k&contract=dublin");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(answer.headers().firstValue("ETag")).isEmpty();
    assertThat(answer.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
    assertThat(answer.body())
        .startsWith("[{\"number\":1,\"contractName\":\"dublin\",\"name\":")
        .contains("\"totalStands\":{\"availabilities\":{\"bikes\":")
        .contains("\"overflowStands\":null")
        .doesNotContain("lyon");
  }

  @Test
  void zipsWhenAsked() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/vls/v1/stations?apiKey=k"))
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<byte[]> zipped = CLIENT.send(request, BodyHandlers.ofByteArray());

    assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(get("/vls/v1/stations?apiKey=k").body());
    }
  }

  @Test
  void listsContractsWithWhatIsKnownOfThem() throws Exception {
    assertThat(get("/vls/v3/contracts?apiKey=k").body())
        .isEqualTo(get("/vls/v1/contracts?apiKey=k").body())
        .contains(
            "{\"name\":\"dublin\",\"commercial_name\":\"dublinbikes\",\"cities\":[\"Dublin\"],\"country_code\":\"IE\"}")
        .contains("{\"name\":\"valence\",\"commercial_name\":null");
  }

  @Test
  void leadsFromTheDiscoveryFileToTheOthers() throws Exception {
    String base = "http://127.0.0.1:" + server.port() + "/gbfs/dublin/v3/";

    assertThat(get("/gbfs/dublin/v3/gbfs.json").body())
        .contains("\"version\":\"3.0\"")
        .contains("{\"name\":\"station_status\",\"url\":\"" + base + "station_status.json\"}");
    assertThat(get("/gbfs/dublin/v2/gbfs.json").body())
        .contains("\"last_updated\":" + NOW.getEpochSecond())
        .contains("\"version\":\"2.3\"")
        .contains("\"data\":{\"en\":{\"feeds\":[");
    assertThat(get("/gbfs/dublin/v3/system_information.json").body())
        .contains("\"timezone\":\"Europe/Dublin\"");
  }

  @Test
  void isHealthy() throws Exception {
    assertThat(get("/health").body())
        .isEqualTo("{\"status\":\"UP\",\"details\":{\"contracts\":\"8\",\"stations\":\"100\"}}");
  }

  @Test
  void refusesOtherMethods() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(uri("/vls/v3/stations?apiKey=k"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();

    assertThat(CLIENT.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
