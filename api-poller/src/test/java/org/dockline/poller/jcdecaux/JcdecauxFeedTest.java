package org.dockline.poller.jcdecaux;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.StationFeed;
import org.dockline.station.Rejection;
import org.dockline.station.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JcdecauxFeedTest {

  private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
  private static final FeedClient.Timeouts IMPATIENT =
      new FeedClient.Timeouts(
          Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofMillis(600));

  private final MockWebServer server = new MockWebServer();
  private final FeedClient client = FeedClient.of(IMPATIENT, 100_000);

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void asksForAllContractsInOneCall() throws Exception {
    server.enqueue(
        json(200, "[" + Answers.V3 + "]").addHeader("X-Dockline-Simulated", "true").build());
    FeedAnswer.Stations answer = stations(v3(null).poll(Answers.POLL));
    assertThat(answer.stations()).hasSize(1);
    assertThat(answer.exchange().simulated()).isTrue();
    assertThat(answer.exchange().httpStatus()).isEqualTo(200);
    assertThat(answer.exchange().bytes()).isEqualTo(Answers.V3.length() + 2);
    RecordedRequest request = server.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/vls/v3/stations?apiKey=" + KEY);
    assertThat(request.getHeaders().get("User-Agent")).startsWith("Dockline");
    assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
  }

  @Test
  void asksForOneContractAsTheProviderSpellsIt() throws Exception {
    server.enqueue(json(200, "[" + Answers.V1 + "]").build());
    StationFeed feed = new JcdecauxV1Feed(client, access("Cergy-Pontoise"));
    assertThat(feed.scope()).isEqualTo("cergy");
    assertThat(stations(feed.poll(Answers.POLL)).exchange().simulated()).isFalse();
    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/vls/v1/stations?contract=Cergy-Pontoise&apiKey=" + KEY);
  }

  @Test
  void unpacksGzip() throws Exception {
    Buffer packed = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(packed))) {
      sink.writeUtf8("[" + Answers.V3 + "]");
    }
    server.enqueue(
        new MockResponse.Builder().body(packed).addHeader("Content-Encoding", "gzip").build());
    FeedAnswer.Stations answer = stations(v3(null).poll(Answers.POLL));
    assertThat(answer.stations()).hasSize(1);
    assertThat(answer.exchange().bytes()).isEqualTo(Answers.V3.length() + 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "200 | {\"error\":\"Unauthorized\"} | the provider says 'Unauthorized' | none",
        "200 | {} | the body is an object without stations: '{}' | none",
        "200 | '' | the body is empty | none",
        "200 | 404 Not Found | the body is no array of stations but '404 Not Found' | none",
        "200 | <html>x</html> | the body is no JSON but '<html>x</html>' | none",
        "403 | {\"error\":\"Unauthorized\"} | the key was refused, see JCDECAUX_API_KEY (HTTP 403: the provider says 'Unauthorized') | PT5M",
        "400 | {\"error\":\"Specified contract does not exist\"} | HTTP 400: the provider says 'Specified contract does not exist' | none",
        "404 | 404 Not Found | HTTP 404: with the body '404 Not Found' | none",
        "500 | '' | HTTP 500: with an empty body | none",
      })
  void aBodyWithoutStationsIsUnavailableAndKept(
      int status, String body, String reason, @Nullable String wait) {
    server.enqueue(json(status, body).build());
    FeedAnswer.Unavailable answer = unavailable(v3(null).poll(Answers.POLL));
    assertThat(answer.reason()).isEqualTo(reason);
    assertThat(answer.retryAfter()).isEqualTo(wait == null ? null : Duration.parse(wait));
    assertThat(answer.exchange().httpStatus()).isEqualTo(status);
    assertThat(answer.rejections()).hasSize(1);
    assertThat(answer.rejections().getFirst().raw()).isEqualTo(body);
    assertThat(answer.rejections().getFirst().reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "120 | PT2M",
        "Tue, 30 Sep 2025 14:10:20 GMT | PT10M",
        "Tue, 30 Sep 2025 13:00:00 GMT | PT0S",
        "soon | none",
        "-5 | none"
      })
  void obeysRetryAfter(String header, @Nullable String wait) {
    server.enqueue(json(429, "{}").addHeader("Retry-After", header).build());
    assertThat(unavailable(v3(null).poll(Answers.POLL)).retryAfter())
        .isEqualTo(wait == null ? null : Duration.parse(wait));
  }

  @Test
  void aBrokenLineLeavesTheWholeStationsBeforeTheBreak() {
    String station = Answers.V3 + "," + Answers.V3.replace("\"number\":7", "\"number\":8");
    server.enqueue(
        json(200, "[" + station + "," + station + "]")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    FeedAnswer.Stations answer = stations(v3(null).poll(Answers.POLL));
    assertThat(answer.cut()).isNotNull();
    assertThat(answer.stations()).hasSizeBetween(1, 3);
    assertThat(answer.rejections()).hasSize(1);
  }

  @Test
  void silenceEndsInTime() {
    server.enqueue(json(200, "[]").headersDelay(5, java.util.concurrent.TimeUnit.SECONDS).build());
    FeedAnswer.Unavailable answer = unavailable(v3(null).poll(Answers.POLL));
    assertThat(answer.reason()).startsWith("no answer in time from ");
    assertThat(answer.exchange().httpStatus()).isNull();
    assertThat(answer.exchange().latency()).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void nobodyListens() {
    server.close();
    assertThat(unavailable(v3(null).poll(Answers.POLL)).reason()).startsWith("no connection to ");
  }

  @Test
  void anAnswerBeyondTheLimitIsRefused() {
    server.enqueue(json(200, "[\"" + "x".repeat(200_000) + "\"]").build());
    FeedAnswer.Unavailable answer = unavailable(v3(null).poll(Answers.POLL));
    assertThat(answer.reason()).isEqualTo("the answer is larger than 100000 bytes");
    assertThat(answer.exchange().httpStatus()).isEqualTo(200);
  }

  @Test
  void anAnswerInAnotherEncodingIsReadInIt() {
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json; charset=ISO-8859-1")
            .body(
                new Buffer()
                    .writeString(
                        "[" + Answers.v3("Place", "Plac\u00e9") + "]",
                        java.nio.charset.StandardCharsets.ISO_8859_1))
            .build());
    assertThat(stations(v3(null).poll(Answers.POLL)).stations().getFirst().place().address())
        .isEqualTo("Plac\u00e9 Bellecour");
  }

  @Test
  void aStationThatIsNoUtf8IsRejectedAndTheOthersStay() {
    Buffer body = new Buffer().writeUtf8("[" + Answers.V3 + ",");
    String other = Answers.V3.replace("\"number\":7", "\"number\":8");
    int cut = other.indexOf("Place");
    body.writeUtf8(other.substring(0, cut)).writeByte(0xE9).writeUtf8(other.substring(cut) + "]");
    server.enqueue(new MockResponse.Builder().body(body).build());
    FeedAnswer.Stations answer = stations(v3(null).poll(Answers.POLL));
    assertThat(answer.stations()).extracting(o -> o.key().stationId()).containsExactly("7");
    assertThat(answer.rejections()).extracting(Rejection::stationId).containsExactly("8");
    assertThat(answer.cut()).isNull();
  }

  @Test
  void theKeyAppearsNowhere() {
    StationFeed feed = v3(null);
    server.enqueue(json(403, "{\"error\":\"key " + KEY + " is unknown\"}").build());
    server.enqueue(json(200, "[{\"number\":\"" + KEY + "\"}]").build());
    server.enqueue(json(500, "<a href=\"/vls/v3/stations?apiKey=" + KEY + "\">").build());
    String said = feed + access(null).toString();
    for (int i = 0; i < 3; i++) {
      said += feed.poll(Answers.POLL);
    }
    server.close();
    said += feed.poll(Answers.POLL);
    assertThat(said).contains("***").doesNotContain(KEY).doesNotContain(KEY.substring(0, 20));
  }

  private StationFeed v3(@Nullable String contract) {
    return new JcdecauxV3Feed(client, access(contract));
  }

  private JcdecauxAccess access(@Nullable String contract) {
    return new JcdecauxAccess(URI.create(server.url("/").toString()), new Secret(KEY), contract);
  }

  private static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json")
        .body(body);
  }

  private static FeedAnswer.Stations stations(FeedAnswer answer) {
    assertThat(answer).isInstanceOf(FeedAnswer.Stations.class);
    return (FeedAnswer.Stations) answer;
  }

  private static FeedAnswer.Unavailable unavailable(FeedAnswer answer) {
    assertThat(answer).isInstanceOf(FeedAnswer.Unavailable.class);
    return (FeedAnswer.Unavailable) answer;
  }
}
