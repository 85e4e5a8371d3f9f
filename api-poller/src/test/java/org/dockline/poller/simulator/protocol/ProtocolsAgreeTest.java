package org.dockline.poller.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dockline.poller.gbfs.GbfsFeed;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.jcdecaux.JcdecauxAccess;
import org.dockline.poller.jcdecaux.JcdecauxV1Feed;
import org.dockline.poller.jcdecaux.JcdecauxV3Feed;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.StationFeed;
import org.dockline.poller.simulator.http.SimulatorServer;
import org.dockline.poller.simulator.world.City;
import org.dockline.poller.simulator.world.Condition;
import org.dockline.poller.simulator.world.SimulatedStation;
import org.dockline.poller.simulator.world.StationReport;
import org.dockline.poller.simulator.world.World;
import org.dockline.station.Availability;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationStatus;
import org.dockline.station.settings.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whichever protocol is spoken, the same stations are read: one identity, the same counts. */
class ProtocolsAgreeTest {

  private static final Instant NOW = Instant.parse("2026-03-11T08:20:07Z");
  private static final World WORLD = World.of(1, World.DEFAULT_STATIONS);
  private static SimulatorServer server;
  private static FeedClient client;

  @BeforeAll
  static void start() throws IOException {
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = SimulatorServer.start(here, WORLD, () -> NOW);
    client = FeedClient.of(FeedClient.Timeouts.USUAL, 10_000_000);
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @Test
  void v3SaysEverything() {
    Map<StationKey, StationObservation> read = polled(new JcdecauxV3Feed(client, access()));

    assertThat(read).hasSize(1_200);
    for (SimulatedStation s : WORLD.all()) {
      StationObservation o = read.get(key(s));
      StationReport r = s.at(NOW);
      assertSameStation(o, s);
      assertThat(o.source()).isEqualTo(Source.JCDECAUX_V3);
      assertThat(o.reportedAt()).isEqualTo(r.lastUpdate());
      assertThat(o.counts().mechanicalBikes()).isEqualTo(r.mechanicalBikes());
      assertThat(o.counts().electricalBikes()).isEqualTo(r.electricalBikes());
      assertThat(o.flags().connected()).isEqualTo(r.connected());
      assertThat(o.flags().banking()).isEqualTo(s.facts().banking());
      assertThat(o.flags().bonus()).isEqualTo(s.facts().bonus());
      assertThat(Availability.of(o) instanceof Availability.Known)
          .isEqualTo(s.condition() == Condition.HEALTHY);
    }
  }

  @Test
  void v1SaysTheSame() {
    Map<StationKey, StationObservation> read = polled(new JcdecauxV1Feed(client, access()));

    assertThat(read).hasSize(1_200);
    for (SimulatedStation s : WORLD.all()) {
      StationObservation o = read.get(key(s));
      assertSameStation(o, s);
      assertThat(o.source()).isEqualTo(Source.JCDECAUX_V1);
      assertThat(o.reportedAt()).isEqualTo(s.at(NOW).lastUpdate());
    }
  }

  @Test
  void gbfs2SaysTheSame() {
    assertGbfsSaysTheSame("v2", Source.GBFS_2);
  }

  @Test
  void gbfs3SaysTheSame() {
    assertGbfsSaysTheSame("v3", Source.GBFS_3);
  }

  private static void assertGbfsSaysTheSame(String version, Source source) {
    for (City city : WORLD.cities()) {
      String contract = city.contract().name();
      URI address = URI.create(api() + "/gbfs/" + contract + "/" + version + "/gbfs.json");
      Map<StationKey, StationObservation> read = polled(new GbfsFeed(client, contract, address));

      assertThat(read).hasSameSizeAs(WORLD.of(city));
      for (SimulatedStation s : WORLD.of(city)) {
        StationObservation o = read.get(key(s));
        assertSameStation(o, s);
        assertThat(o.source()).isEqualTo(source);
        assertThat(o.feedUpdatedAt()).isEqualTo(NOW);
        assertThat(o.reportedAt()).isEqualTo(s.lastReported(NOW));
        assertThat(o.counts().docksDisabled()).isEqualTo(s.at(NOW).brokenDocks());
        assertThat(o.counts().electricalBikes()).isEqualTo(s.at(NOW).electricalBikes());
      }
    }
  }

  private static void assertSameStation(StationObservation o, SimulatedStation s) {
    assertThat(o.place().name()).isEqualTo(s.facts().name());
    assertThat(o.place().address()).isEqualTo(s.facts().address());
    assertThat(o.place().latitude()).isEqualTo(s.facts().latitude());
    assertThat(o.place().longitude()).isEqualTo(s.facts().longitude());
    assertThat(o.counts().capacity()).isEqualTo(s.facts().capacity());
    assertThat(o.counts().bikes()).isEqualTo(s.at(NOW).bikes());
    assertThat(o.counts().docks()).isEqualTo(s.at(NOW).docks());
    assertThat(o.status()).isEqualTo(s.at(NOW).open() ? StationStatus.OPEN : StationStatus.CLOSED);
  }

  private static Map<StationKey, StationObservation> polled(StationFeed feed) {
    FeedAnswer answer = feed.poll(NOW);
    assertThat(answer).isInstanceOf(FeedAnswer.Stations.class);
    FeedAnswer.Stations stations = (FeedAnswer.Stations) answer;
    assertThat(stations.rejections()).isEmpty();
    assertThat(stations.cut()).isNull();
    assertThat(stations.exchange().simulated()).isTrue();
    return stations.stations().stream()
        .collect(
            Collectors.toMap(
                StationObservation::key, Function.identity(), (a, b) -> b, TreeMap::new));
  }

  private static JcdecauxAccess access() {
    return new JcdecauxAccess(URI.create(api()), new Secret("any"), null);
  }

  private static String api() {
    return "http://127.0.0.1:" + server.port();
  }

  private static StationKey key(SimulatedStation s) {
    return new StationKey(s.facts().contract(), Integer.toString(s.facts().number()));
  }
}
