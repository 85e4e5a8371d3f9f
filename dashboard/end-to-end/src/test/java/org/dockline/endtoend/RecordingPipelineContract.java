package org.dockline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.jcdecaux.JcdecauxAccess;
import org.dockline.poller.jcdecaux.JcdecauxV1Feed;
import org.dockline.poller.kafka.KafkaObservationPublisher;
import org.dockline.poller.kafka.KafkaTopics;
import org.dockline.poller.kafka.TopicPlan;
import org.dockline.poller.polling.ChangeDetector;
import org.dockline.poller.polling.PollCycle;
import org.dockline.poller.polling.SendPolicy;
import org.dockline.station.Topics;
import org.dockline.station.settings.Secret;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.testing.BrokerProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A recording goes through everything: HTTP, poller, real broker, real stream and Parquet, real
 * batch and SQL. Each figure at the ends must be the one that the oracle works out from the raw
 * answers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RecordingPipelineContract {

  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
  private static final Duration SOON = Duration.ofMinutes(3);

  private Path folder = Path.of("");

  private final Map<String, String> settings = new HashMap<>();
  private Recording recording = new Recording(List.of());
  private RecordingOracle oracle = RecordingOracle.of(recording);
  private int sent;
  private List<List<String>> hours = List.of();

  /** The recording; may abort the test by an assumption that says why. */
  abstract Recording recording() throws IOException;

  @BeforeAll
  final void runThePipeline(@TempDir Path temporary) throws Exception {
    folder = temporary;
    recording = recording().shiftedToLastCompleteDay(Instant.now(), ZONE);
    oracle = RecordingOracle.of(recording);
    try (BrokerProcess broker = BrokerProcess.start(folder)) {
      settings.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
      settings.put("SNAPSHOT_DIR", folder.resolve("snapshots").toString());
      settings.put("ARCHIVE_DIR", folder.resolve("archive").toString());
      settings.put("CHECKPOINT_DIR", folder.resolve("checkpoints").toString());
      settings.put("STREAM_TRIGGER", "PT1S");
      poll(broker.bootstrapServers());
      stream();
      load();
    }
  }

  @Test
  void everyChangeIsSentOnceAndKeyFramesKeepStationsKnown() {
    assertThat(sent).isEqualTo(oracle.sent());
  }

  @Test
  void theRecentFilesHoldEachDistinctObservationOnce() throws Exception {
    assertThat(snapshots().recent("COUNT(*), COUNT(DISTINCT (contract, station_id, polled_at))"))
        .containsExactly(List.of(Integer.toString(oracle.sent()), Integer.toString(oracle.sent())));
  }

  @Test
  void theLiveSnapshotHoldsTheNewestStateOfEveryPresentStation() throws Exception {
    List<List<String>> expected =
        oracle.present().stream().map(RecordingPipelineContract::state).toList();
    assertThat(snapshots().live("station_id, capacity, bikes, docks, status"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theWarehouseHasTheArrivalsAndDeparturesOfEveryStation() {
    Map<String, List<Integer>> expected = new TreeMap<>();
    oracle
        .stations()
        .forEach((id, s) -> expected.put(id, List.of(s.arrivals, s.departures, s.netUnobserved)));
    Map<String, List<Integer>> loaded = new TreeMap<>();
    for (List<String> hour : hours) {
      loaded.merge(
          hour.getFirst(),
          List.of(number(hour, 1), number(hour, 2), number(hour, 3)),
          RecordingPipelineContract::sum);
    }
    assertThat(loaded).isEqualTo(expected);
    assertThat(loaded.values().stream().mapToInt(List::getFirst).sum())
        .as("a recording without arrivals would prove nothing")
        .isPositive();
  }

  @Test
  void everyHourConservesBikes() {
    assertThat(hours).hasSize(oracle.stations().size() * 24);
    assertThat(hours)
        .filteredOn(hour -> !hour.get(4).equals("null"))
        .allSatisfy(
            hour ->
                assertThat(number(hour, 5) - number(hour, 4))
                    .isEqualTo(number(hour, 1) - number(hour, 2) + number(hour, 3)));
  }

  @Test
  void eachStationOpensAndClosesAsTheRecordingSays() {
    Map<String, List<String>> firstAndLast = new TreeMap<>();
    for (List<String> hour : hours) {
      if (!hour.get(4).equals("null")) {
        List<String> before = firstAndLast.get(hour.getFirst());
        String opening = before == null ? hour.get(4) : before.getFirst();
        firstAndLast.put(hour.getFirst(), List.of(opening, hour.get(5)));
      }
    }
    Map<String, List<String>> expected = new TreeMap<>();
    oracle
        .stations()
        .forEach(
            (id, s) -> {
              if (s.opening != null) {
                expected.put(id, List.of(String.valueOf(s.opening), String.valueOf(s.closing)));
              }
            });
    assertThat(firstAndLast).isEqualTo(expected);
  }

  /** The warehouse, its migration, the load and the stream; what else runs, other tests look at. */
  @Test
  void noLogTellsThePassword() throws Exception {
    PlantedSecrets.assertAbsentFromLogs(folder, 4);
  }

  private void poll(String broker) throws Exception {
    try (KafkaTopics topics = KafkaTopics.at(broker)) {
      topics.ensure(TopicPlan.pipeline(Topics.STATIONS, 1));
    }
    try (RecordedFeedServer server = new RecordedFeedServer();
        FeedClient client = FeedClient.of(FeedClient.Timeouts.USUAL, 64L << 20);
        KafkaObservationPublisher publisher =
            KafkaObservationPublisher.connect(broker, Topics.STATIONS, Duration.ofSeconds(30))) {
      JcdecauxAccess access = new JcdecauxAccess(server.address(), new Secret("planted"), null);
      PollCycle cycle =
          new PollCycle(
              new JcdecauxV1Feed(client, access),
              new ChangeDetector(SendPolicy.CHANGED),
              publisher);
      for (Recording.Poll poll : recording.polls()) {
        server.answerWith(200, poll.body());
        sent += cycle.poll(poll.polledAt()).sent();
      }
      // Somebody looked after the day was over, in vain: so the day is complete.
      server.answerWith(404, "404 Not Found".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      sent += cycle.poll(Instant.now()).sent();
    }
  }

  private void stream() {
    int port = ServiceProcess.freePort();
    settings.put("HEALTH_PORT", Integer.toString(port));
    try (ServiceProcess stream =
        ServiceProcess.start("stream-job", "org.dockline.stream.StreamJob", settings, folder)) {
      stream.awaitHealthy("http://127.0.0.1:" + port + "/health", SOON);
      Conditions.await(
          "the stream has read all topics to their end",
          SOON,
          () -> snapshots().facts().filter(this::readEverything).isPresent(),
          () -> snapshots().facts() + "\n" + stream.logTail());
    }
  }

  private boolean readEverything(PipelineFacts facts) {
    return facts.topics().size() == 3
        && facts.topics().stream().allMatch(t -> t.readTo() == t.end())
        && facts.topics().stream().anyMatch(t -> t.readTo() == oracle.sent());
  }

  private void load() throws Exception {
    int port = ServiceProcess.freePort();
    String url = EmbeddedUrl.at(port);
    settings.put("WAREHOUSE_PORT", Integer.toString(port));
    settings.put("WAREHOUSE_DIR", folder.resolve("warehouse").toString());
    settings.put("WAREHOUSE_URL", url);
    settings.put("WAREHOUSE_USER", EmbeddedUrl.USER);
    settings.put("WAREHOUSE_PASSWORD", EmbeddedUrl.PASSWORD);
    int health = ServiceProcess.freePort();
    settings.put("HEALTH_PORT", Integer.toString(health));
    String address = InetAddress.getLoopbackAddress().getHostAddress();
    try (ServiceProcess warehouse =
        ServiceProcess.start(
            "warehouse-sql",
            "org.dockline.warehouse.embedded.EmbeddedWarehouse",
            settings,
            folder)) {
      warehouse.awaitHealthy("http://" + address + ":" + health + "/health", SOON);
      runToEnd("warehouse-sql", "org.dockline.warehouse.migration.WarehouseMigration");
      runToEnd("batch-etl", "org.dockline.batch.BatchEtl", "load");
      hours = query(url);
    }
  }

  private void runToEnd(String module, String main, String... arguments) throws Exception {
    try (ServiceProcess process = ServiceProcess.start(module, main, settings, folder, arguments)) {
      int code = process.awaitExit(SOON);
      assertThat(code).as("%s: %s", main, process.logTail()).isZero();
    }
  }

  private static List<List<String>> query(String url) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url, EmbeddedUrl.USER, EmbeddedUrl.PASSWORD);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT station_id, arrivals, departures, net_unobserved, opening_bikes,"
                    + " closing_bikes FROM bikes.v_station_hour ORDER BY station_id, hour_start_utc")) {
      return Snapshots.rows(rows);
    }
  }

  private Snapshots snapshots() {
    return new Snapshots(folder.resolve("snapshots"));
  }

  private static List<String> state(JsonNode said) {
    return List.of(
        said.get("number").asText(),
        said.get("bike_stands").asText(),
        said.get("available_bikes").asText(),
        said.get("available_bike_stands").asText(),
        said.get("status").asText());
  }

  private static int number(List<String> row, int column) {
    return Integer.parseInt(row.get(column));
  }

  private static List<Integer> sum(List<Integer> a, List<Integer> b) {
    return List.of(a.get(0) + b.get(0), a.get(1) + b.get(1), a.get(2) + b.get(2));
  }
}
