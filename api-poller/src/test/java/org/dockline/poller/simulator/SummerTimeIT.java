package org.dockline.poller.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.jcdecaux.JcdecauxAccess;
import org.dockline.poller.jcdecaux.JcdecauxV3Feed;
import org.dockline.poller.kafka.KafkaObservationPublisher;
import org.dockline.poller.kafka.KafkaTopics;
import org.dockline.poller.kafka.TopicPlan;
import org.dockline.poller.kafka.TopicReader;
import org.dockline.poller.polling.ChangeDetector;
import org.dockline.poller.polling.FeedAnswer;
import org.dockline.poller.polling.PollCycle;
import org.dockline.poller.polling.SendPolicy;
import org.dockline.poller.polling.StationFeed;
import org.dockline.poller.simulator.http.SimulatorServer;
import org.dockline.poller.simulator.world.World;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationStatus;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.station.settings.Secret;
import org.dockline.station.testing.BrokerProcess;
import org.dockline.station.wire.ObservationRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The days on which the clock changes, through the whole chain: the simulator, its clock set back
 * over HTTP, the real feed, a real broker, and the rule that batch, stream and dashboard share.
 */
class SummerTimeIT {

  private static final Duration STEP = Duration.ofMinutes(5);

  @TempDir static Path folder;

  private static BrokerProcess broker;
  private static SimulatorServer simulator;
  private static FeedClient client;
  private static HttpClient control;
  private static Instant now = Instant.MIN;

  @BeforeAll
  static void start() throws Exception {
    now = Instant.now();
    broker = BrokerProcess.start(folder);
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    simulator = SimulatorServer.start(free, World.of(5, 120), () -> now);
    client = FeedClient.of(FeedClient.Timeouts.USUAL, 1 << 22);
    control = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    control.close();
    client.close();
    simulator.close();
    broker.close();
  }

  @ParameterizedTest
  @CsvSource({
    "lyon,   2025-10-26, 25, 2",
    "lyon,   2025-03-30, 23, 0",
    "dublin, 2025-10-26, 25, 2",
  })
  void aDayIsAsLongAsItIsAndNoFlowIsInvented(
      String contract, LocalDate date, int hours, int hoursAtTwo) throws Exception {
    ContractDay day =
        new ContractDay(
            contract, date, ContractCatalogue.builtIn().find(contract).orElseThrow().zone());
    String topic = "stations-" + contract + "-" + date;
    List<StationObservation> polled = poll(day, topic);
    Map<StationKey, List<StationObservation>> told = byStation(read(topic));
    assertThat(day.hours()).hasSize(hours);
    int changes = 0;
    for (Map.Entry<StationKey, List<StationObservation>> station : byStation(polled).entrySet()) {
      List<Flows> flows =
          StationDay.of(station.getKey(), day, StationClose.NOTHING, told.get(station.getKey()))
              .flows()
              .flows();
      assertThat(flows).hasSize(hours);
      flows.forEach(SummerTimeIT::assertNothingIsLost);
      if (station.getValue().stream().allMatch(SummerTimeIT::tells)) {
        changes += assertFlowsAreThoseOfTheAnswers(flows, station.getValue());
      }
    }
    assertThat(changes).as("%s has bikes that move", contract).isGreaterThan(20);
    // The hour in which the clock changes comes twice in autumn and not at all in spring.
    assertThat(day.hours().stream().filter(h -> h.localHour() == changedHour(contract)))
        .hasSize(hoursAtTwo);
  }

  /** Dublin changes its clock at the same moment as Paris, an hour earlier by its own. */
  private static int changedHour(String contract) {
    return contract.equals("dublin") ? 1 : 2;
  }

  private static void assertNothingIsLost(Flows f) {
    assertThat(f.known().plus(f.unknown()).plus(f.closed()))
        .isEqualTo(Duration.between(f.start(), f.end()));
    if (f.openingBikes() != null) {
      assertThat(Objects.requireNonNull(f.closingBikes()) - f.openingBikes())
          .isEqualTo(f.arrivals() - f.departures() + f.netUnobserved());
    }
  }

  /** In each hour exactly the differences between one answer and the next; returns how many. */
  private static int assertFlowsAreThoseOfTheAnswers(
      List<Flows> flows, List<StationObservation> answers) {
    int changes = 0;
    for (Flows hour : flows) {
      int arrivals = 0;
      int departures = 0;
      for (int i = 1; i < answers.size(); i++) {
        Instant at = Objects.requireNonNull(answers.get(i).reportedAt());
        if (!at.isBefore(hour.start()) && at.isBefore(hour.end())) {
          int change = bikes(answers.get(i)) - bikes(answers.get(i - 1));
          arrivals += Math.max(0, change);
          departures += Math.max(0, -change);
        }
      }
      assertThat(List.of(hour.arrivals(), hour.departures(), hour.netUnobserved()))
          .as("%s", hour)
          .containsExactly(arrivals, departures, 0);
      changes += arrivals + departures;
    }
    return changes;
  }

  private static int bikes(StationObservation o) {
    return Objects.requireNonNull(o.counts().bikes());
  }

  private static boolean tells(StationObservation o) {
    return o.status() == StationStatus.OPEN
        && Boolean.TRUE.equals(o.flags().connected())
        && o.reportedAt() != null
        && o.reportedAt().isAfter(o.polledAt().minus(ContractDay.SETTLES))
        && bikes(o) + Objects.requireNonNull(o.counts().docks()) > 0;
  }

  /** Polls from midnight until the day has settled; returns every answer. */
  private static List<StationObservation> poll(ContractDay day, String topic) throws Exception {
    ensure(topic);
    List<StationObservation> answers = new ArrayList<>();
    URI api = URI.create("http://127.0.0.1:" + simulator.port());
    StationFeed feed =
        new JcdecauxV3Feed(client, new JcdecauxAccess(api, new Secret("any"), day.contract()));
    StationFeed heard =
        new StationFeed() {
          @Override
          public String scope() {
            return feed.scope();
          }

          @Override
          public FeedAnswer poll(Instant polledAt) {
            FeedAnswer answer = feed.poll(polledAt);
            answers.addAll(((FeedAnswer.Stations) answer).stations());
            return answer;
          }
        };
    try (KafkaObservationPublisher publisher =
        KafkaObservationPublisher.connect(
            broker.bootstrapServers(), topic, Duration.ofSeconds(30))) {
      PollCycle cycle = new PollCycle(heard, new ChangeDetector(SendPolicy.CHANGED), publisher);
      Instant end = day.settledAt();
      for (Instant at = day.start(); at.isBefore(end); at = at.plus(STEP)) {
        setClock(api, at);
        assertThat(cycle.poll(at).succeeded()).isTrue();
      }
    }
    return answers;
  }

  private static void setClock(URI api, Instant at) throws Exception {
    URI address = api.resolve("/control/clock?shift=" + Duration.between(now, at));
    HttpRequest request =
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.noBody()).build();
    HttpResponse<String> answer = control.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.body()).contains("\"now\":\"" + at + "\"");
  }

  /** The past is older than the pipeline's topics keep. */
  private static void ensure(String topic) throws Exception {
    try (KafkaTopics topics = KafkaTopics.at(broker.bootstrapServers())) {
      List<TopicPlan> plans = TopicPlan.pipeline(topic, 1);
      topics.ensure(plans);
      for (TopicPlan plan : plans) {
        var unused = topics.keepAtLeast(plan.name(), Duration.ofDays(3_660));
      }
    }
  }

  private static List<StationObservation> read(String topic) {
    return TopicReader.readAll(broker.bootstrapServers(), topic).stream()
        .map(r -> ObservationRecord.decode(r.value(), Instant.ofEpochMilli(r.timestamp())))
        .map(d -> d.decoded().orElseThrow())
        .toList();
  }

  private static Map<StationKey, List<StationObservation>> byStation(
      List<StationObservation> observations) {
    Map<StationKey, List<StationObservation>> stations = new TreeMap<>();
    observations.forEach(o -> stations.computeIfAbsent(o.key(), k -> new ArrayList<>()).add(o));
    return stations;
  }
}
