package org.dockline.poller.gbfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GbfsFeedTest {

  private static final Instant START = Instant.parse("2025-09-30T14:00:20Z");

  private final MockWebServer server = new MockWebServer();
  private final FeedClient client = FeedClient.of(FeedClient.Timeouts.USUAL, 100_000);
  private final Map<String, MockResponse> files = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            asked.add(request.getTarget().substring(1));
            return files.getOrDefault(
                request.getTarget(), new MockResponse.Builder().code(404).build());
          }
        });
    server.start();
    serve("gbfs.json", GbfsFiles.discovery2(base()));
    serve("information.json", GbfsFiles.information2(GbfsFiles.INFORMATION_7));
    serve("status.json", GbfsFiles.status2(GbfsFiles.STATUS_7));
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void followsTheDiscoveryToTheLanguageThatHasStations() {
    FeedAnswer.Stations answer = stations(feed().poll(START));
    StationObservation o = answer.stations().getFirst();
    assertThat(o.key()).hasToString("lyon/7");
    assertThat(o.source()).isEqualTo(Source.GBFS_2);
    assertThat(o.feedUpdatedAt()).isEqualTo(Instant.parse("2025-09-30T14:00:00Z"));
    assertThat(answer.exchange().source()).isEqualTo(Source.GBFS_2);
    assertThat(asked).containsExactly("gbfs.json", "information.json", "status.json");
  }

  @Test
  void speaks3WithVehicleTypes() {
    serve("gbfs.json", GbfsFiles.discovery3(base()));
    serve("information.json", GbfsFiles.file3(60, GbfsFiles.INFORMATION_7_OF_3));
    serve("status.json", GbfsFiles.file3(10, GbfsFiles.STATUS_7_OF_3));
    serve("types.json", GbfsFiles.TYPES3);
    StationObservation o = stations(feed().poll(START)).stations().getFirst();
    assertThat(o.source()).isEqualTo(Source.GBFS_3);
    assertThat(o.counts().mechanicalBikes()).isEqualTo(5);
    assertThat(o.counts().electricalBikes()).isEqualTo(3);
  }

  @Test
  void withoutItsVehicleTypesOnlyTheKindsAreUnknown() {
    serve("gbfs.json", GbfsFiles.discovery3(base()));
    serve("status.json", GbfsFiles.file3(10, GbfsFiles.STATUS_7_OF_3));
    StationObservation o = stations(feed().poll(START)).stations().getFirst();
    assertThat(o.counts().bikes()).isEqualTo(8);
    assertThat(o.counts().mechanicalBikes()).isNull();
  }

  @Test
  void obeysEveryTimeToLive() {
    GbfsFeed feed = feed();
    feed.poll(START);
    assertThat(feed.poll(START.plusSeconds(9))).isEqualTo(new FeedAnswer.Unexpired());
    assertThat(asked).hasSize(3);
    asked.clear();
    // A tick that comes a few milliseconds early is no rudeness.
    feed.poll(START.plusMillis(9_990));
    assertThat(asked).containsExactly("status.json");
    asked.clear();
    feed.poll(START.plusSeconds(61));
    assertThat(asked).containsExactly("information.json", "status.json");
    asked.clear();
    feed.poll(START.plus(Duration.ofMinutes(61)));
    assertThat(asked).containsExactly("gbfs.json", "information.json", "status.json");
  }

  @Test
  void asksAgainOnlyForWhatChanged() throws Exception {
    files.put(
        "/status.json",
        new MockResponse.Builder()
            .body(GbfsFiles.status2(GbfsFiles.STATUS_7))
            .addHeader("ETag", "\"a\"")
            .build());
    GbfsFeed feed = feed();
    feed.poll(START);
    files.put("/status.json", new MockResponse.Builder().code(304).build());
    FeedAnswer answer = feed.poll(START.plusSeconds(10));
    assertThat(answer).isInstanceOf(FeedAnswer.NotModified.class);
    for (int i = 0; i < 3; i++) {
      server.takeRequest();
    }
    assertThat(server.takeRequest().getHeaders().get("If-None-Match")).isEqualTo("\"a\"");
    assertThat(feed.poll(START.plusSeconds(15))).isEqualTo(new FeedAnswer.Unexpired());
  }

  @Test
  void anAddressThatIsGoneIsLookedUpAgain() {
    GbfsFeed feed = feed();
    feed.poll(START);
    files.remove("/status.json");
    FeedAnswer.Unavailable gone = unavailable(feed.poll(START.plusSeconds(10)));
    assertThat(gone.reason()).startsWith("station_status: HTTP 404");
    serve("gbfs.json", GbfsFiles.discovery2(base()).replace("/status.json", "/new.json"));
    serve("new.json", GbfsFiles.status2(GbfsFiles.STATUS_7));
    assertThat(stations(feed.poll(START.plusSeconds(20))).stations()).hasSize(1);
  }

  @Test
  void placesOfTheLastTimeServeWhileTheirFileFails() {
    GbfsFeed feed = feed();
    feed.poll(START);
    files.remove("/information.json");
    StationObservation o = stations(feed.poll(START.plusSeconds(61))).stations().getFirst();
    assertThat(o.place().name()).isEqualTo("7 - BELLECOUR");
  }

  @Test
  void withoutAnyPlacesThereIsNoAnswer() {
    serve("information.json", "");
    FeedAnswer.Unavailable answer = unavailable(feed().poll(START));
    assertThat(answer.reason()).isEqualTo("station_information: it is no GBFS but ''");
    assertThat(answer.rejections()).hasSize(1);
  }

  @Test
  void aDiscoveryWithoutDataIsUnavailable() {
    serve("gbfs.json", "{\"last_updated\":1,\"ttl\":0,\"version\":\"2.3\",\"data\":null}");
    assertThat(unavailable(feed().poll(START)).reason()).startsWith("gbfs.json: it holds no feeds");
  }

  @Test
  void aCutStatusIsUsedAndAskedForAgainAtOnce() {
    String whole = GbfsFiles.status2(GbfsFiles.STATUS_7, GbfsFiles.STATUS_7);
    serve("status.json", whole.substring(0, whole.length() - 50));
    GbfsFeed feed = feed();
    assertThat(stations(feed.poll(START)).cut()).isNotNull();
    assertThat(stations(feed.poll(START.plusSeconds(1))).stations()).hasSize(1);
  }

  private GbfsFeed feed() {
    return new GbfsFeed(client, "lyon", URI.create(base() + "gbfs.json"));
  }

  private void serve(String name, String body) {
    files.put("/" + name, new MockResponse.Builder().body(body).build());
  }

  private String base() {
    return server.url("/").toString();
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
