package org.dockline.poller.gbfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
import org.dockline.poller.polling.OneSided;
import org.dockline.station.Attribution;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(answer.reason()).isEqualTo("station_information: the body is empty");
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

  @Test
  void takesTheNewestVersionThatItCanRead() {
    serve("gbfs.json", with(GbfsFiles.discovery2(base()), "gbfs_versions", "versions.json"));
    serve(
        "versions.json",
        GbfsFiles.versions(
            "{\"version\":\"2.3\",\"url\":\"" + base() + "gbfs.json\"}",
            "{\"version\":\"3.0\",\"url\":\"" + base() + "3/gbfs.json\"}",
            "{\"version\":\"3.1-RC2\",\"url\":\"" + base() + "rc/gbfs.json\"}",
            "{\"version\":\"4.0\",\"url\":\"" + base() + "4/gbfs.json\"}",
            "{\"version\":7}"));
    serve("3/gbfs.json", GbfsFiles.discovery3(base() + "3/"));
    serve("3/information.json", GbfsFiles.file3(60, GbfsFiles.INFORMATION_7_OF_3));
    serve("3/status.json", GbfsFiles.file3(10, GbfsFiles.STATUS_7_OF_3));
    StationObservation o = stations(feed().poll(START)).stations().getFirst();
    assertThat(o.source()).isEqualTo(Source.GBFS_3);
    assertThat(asked)
        .startsWith("gbfs.json", "versions.json", "3/gbfs.json", "3/information.json")
        .doesNotContain("information.json");
  }

  @Test
  void aNewerVersionThatDoesNotAnswerCostsNothing() {
    serve("gbfs.json", with(GbfsFiles.discovery2(base()), "gbfs_versions", "versions.json"));
    serve(
        "versions.json",
        GbfsFiles.versions("{\"version\":\"3.0\",\"url\":\"" + base() + "3/gbfs.json\"}"));
    GbfsFeed feed = feed();
    assertThat(stations(feed.poll(START)).stations().getFirst().source()).isEqualTo(Source.GBFS_2);
    asked.clear();
    feed.poll(START.plusSeconds(10));
    assertThat(asked).containsExactly("status.json");
  }

  @Test
  void readsWhatTheSystemSaysOfItself() {
    serve("gbfs.json", with(GbfsFiles.discovery2(base()), "system_information", "system.json"));
    serve(
        "system.json",
        """
        {"last_updated":1759240800,"ttl":300,"version":"2.3","data":{"system_id":"lyon",
         "name":"V\u00e9lo'v","operator":"Cyclocity","timezone":"Europe/Paris","language":"fr",
         "license_url":"https://example.org/licence","license_id":"etalab-2.0",
         "attribution_organization_name":"JCDecaux","attribution_url":"https://jc.example"}}""");
    GbfsFeed feed = feed();
    assertThat(feed.information()).isEqualTo(SystemInformation.NONE);
    feed.poll(START);
    assertThat(feed.information().name()).isEqualTo("V\u00e9lo'v");
    assertThat(feed.information().zone()).contains(ZoneId.of("Europe/Paris"));
    assertThat(feed.standing().attribution())
        .isEqualTo(
            new Attribution(
                "JCDecaux",
                "https://jc.example",
                "Cyclocity",
                "etalab-2.0",
                "https://example.org/licence"));
    asked.clear();
    feed.poll(START.plusSeconds(600));
    assertThat(asked).doesNotContain("system.json").contains("status.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":[{\"text\":\"Oslo\",\"language\":\"en\"}],\"timezone\":\"Europe/Oslo\"} | Oslo | Europe/Oslo",
        "{\"name\":\"Oslo\",\"timezone\":\"Europe/Atlantis\"} | Oslo | none",
        "{\"name\":\"Oslo\",\"timezone\":\"\"} | Oslo | none",
        "{\"name\":\"Oslo\",\"timezone\":7} | Oslo | none",
        "{} | none | none",
      })
  void aSystemMaySayLessOrNonsense(String data, String name, String zone) {
    serve("gbfs.json", with(GbfsFiles.discovery2(base()), "system_information", "system.json"));
    serve("system.json", "{\"ttl\":0,\"data\":" + data + "}");
    GbfsFeed feed = feed();
    assertThat(stations(feed.poll(START)).stations()).hasSize(1);
    assertThat(String.valueOf(feed.information().name()).replace("null", "none")).isEqualTo(name);
    assertThat(feed.information().zone().map(ZoneId::getId).orElse("none")).isEqualTo(zone);
  }

  @Test
  void everyFileIsAskedForOnlyIfItChanged() throws Exception {
    for (String name : List.of("gbfs.json", "information.json")) {
      MockResponse whole = files.get("/" + name);
      files.put(
          "/" + name,
          whole.newBuilder().addHeader("Last-Modified", "Tue, 30 Sep 2025 14:00:00 GMT").build());
    }
    GbfsFeed feed = feed();
    feed.poll(START);
    files.put("/gbfs.json", new MockResponse.Builder().code(304).build());
    files.put("/information.json", new MockResponse.Builder().code(304).build());
    StationObservation o =
        stations(feed.poll(START.plus(Duration.ofMinutes(61)))).stations().getFirst();
    assertThat(o.place().name()).isEqualTo("7 - BELLECOUR");
    for (int i = 0; i < 3; i++) {
      server.takeRequest();
    }
    for (int i = 0; i < 2; i++) {
      assertThat(server.takeRequest().getHeaders().get("If-Modified-Since"))
          .isEqualTo("Tue, 30 Sep 2025 14:00:00 GMT");
    }
  }

  @Test
  void aTimeToLiveCountsFromTheRenewalOfTheFile() {
    serve("status.json", GbfsFiles.status2(GbfsFiles.STATUS_7).replace("\"ttl\":10", "\"ttl\":60"));
    GbfsFeed feed = feed();
    feed.poll(START);
    assertThat(feed.poll(START.plusSeconds(39))).isEqualTo(new FeedAnswer.Unexpired());
    assertThat(feed.poll(START.plusSeconds(40))).isInstanceOf(FeedAnswer.Stations.class);
  }

  @Test
  void aFileInTroubleIsLeftAloneWhileItsLastContentServes() {
    GbfsFeed feed = feed();
    feed.poll(START);
    files.put(
        "/information.json",
        new MockResponse.Builder().code(429).addHeader("Retry-After", "300").build());
    feed.poll(START.plusSeconds(61));
    asked.clear();
    for (int second = 71; second < 361; second += 10) {
      assertThat(stations(feed.poll(START.plusSeconds(second))).stations()).hasSize(1);
    }
    assertThat(asked).doesNotContain("information.json");
    feed.poll(START.plusSeconds(361));
    assertThat(asked).contains("information.json");
  }

  @Test
  void addressesOfTheLastTimeServeWhileTheirFileFails() {
    GbfsFeed feed = feed();
    feed.poll(START);
    files.remove("/gbfs.json");
    assertThat(stations(feed.poll(START.plus(Duration.ofMinutes(61)))).stations()).hasSize(1);
  }

  @Test
  void stationsOfOneFileOnlyAreKeptAndCounted() {
    serve(
        "information.json",
        GbfsFiles.information2(
            GbfsFiles.INFORMATION_7, GbfsFiles.INFORMATION_7.replace("\"7\"", "\"8\"")));
    serve(
        "status.json",
        GbfsFiles.status2(
            GbfsFiles.STATUS_7,
            GbfsFiles.STATUS_7.replace("\"7\"", "\"9\""),
            GbfsFiles.STATUS_7.replace("\"7\"", "\"10\"")));
    FeedAnswer.Stations answer = stations(feed().poll(START));
    assertThat(answer.stations()).hasSize(4);
    assertThat(answer.oneSided()).isEqualTo(new OneSided(1, 2));
  }

  private static String with(String discovery, String name, String file) {
    return discovery.replace(
        "{\"name\":\"station_information\"",
        "{\"name\":\"%s\",\"url\":\"%s\"},{\"name\":\"station_information\""
            .formatted(
                name, discovery.replaceAll("(?s).*\"(http[^\"]*/)status.json.*", "$1") + file));
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
