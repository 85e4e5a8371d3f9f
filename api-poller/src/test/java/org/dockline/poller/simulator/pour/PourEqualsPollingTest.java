package org.dockline.poller.simulator.pour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.jcdecaux.JcdecauxAccess;
import org.dockline.poller.jcdecaux.JcdecauxV3Feed;
import org.dockline.poller.polling.ChangeDetector;
import org.dockline.poller.polling.PollCycle;
import org.dockline.poller.polling.SendPolicy;
import org.dockline.poller.simulator.http.SimulatorServer;
import org.dockline.poller.simulator.world.World;
import org.dockline.station.PollReport;
import org.dockline.station.settings.Secret;
import org.junit.jupiter.api.Test;

/** What is poured is what polling the simulator over HTTP at the same instants would have sent. */
class PourEqualsPollingTest {

  private static final Instant START = Instant.parse("2026-03-11T06:30:00Z");
  private static final Instant END = START.plus(Duration.ofMinutes(45));

  private final World world = World.of(1, 150);

  @Test
  void theSameObservationsAndReports() throws Exception {
    MemoryTopics poured = new MemoryTopics();
    new Pour(world, poured, () -> END, line -> {}).run(new PourSpan(startsOfAll(), START));
    MemoryTopics polled = polled();

    assertThat(poured.rejections).isEmpty();
    assertThat(poured.observations).hasSizeGreaterThan(1_500).isEqualTo(polled.observations);
    assertThat(poured.reports)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("latency")
        .isEqualTo(polled.reports);
    assertThat(poured.reports).hasSize(46).allMatch(PollReport::simulated);
  }

  private MemoryTopics polled() throws IOException {
    MemoryTopics topics = new MemoryTopics();
    AtomicReference<Instant> now = new AtomicReference<>(START);
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (SimulatorServer server = SimulatorServer.start(here, world, now::get);
        FeedClient client = FeedClient.of(FeedClient.Timeouts.USUAL, 10_000_000)) {
      URI api = URI.create("http://127.0.0.1:" + server.port());
      JcdecauxV3Feed feed =
          new JcdecauxV3Feed(client, new JcdecauxAccess(api, new Secret("any"), null));
      PollCycle cycle = new PollCycle(feed, new ChangeDetector(SendPolicy.CHANGED), topics);
      for (Instant t = START; !t.isAfter(END); t = t.plus(PourSpan.INTERVAL)) {
        now.set(t);
        assertThat(cycle.poll(t).succeeded()).isTrue();
      }
    }
    return topics;
  }

  private Map<String, Instant> startsOfAll() {
    Map<String, Instant> starts = new TreeMap<>();
    world.cities().forEach(city -> starts.put(city.contract().name(), START));
    return starts;
  }
}
