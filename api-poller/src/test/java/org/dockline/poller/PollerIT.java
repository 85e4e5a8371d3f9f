package org.dockline.poller;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.dockline.poller.kafka.TopicReader;
import org.dockline.poller.testing.PollerProcess;
import org.dockline.poller.testing.PollerRig;
import org.dockline.station.PollReport;
import org.dockline.station.StationObservation;
import org.dockline.station.Topics;
import org.dockline.station.testing.BrokerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process as an operator meets it: a real broker, a provider with bad days, signals. */
class PollerIT {

  private static final Map<String, String> V1 = Map.of("DOCKLINE_SOURCE", "jcdecaux-v1");

  @TempDir Path folder;

  private final AtomicInteger answers = new AtomicInteger();
  private volatile boolean changing;
  private volatile MockResponse answer = stations();
  private PollerRig rig;
  private BrokerProcess broker;

  @BeforeEach
  void start() throws Exception {
    rig = PollerRig.start(folder, target -> answer(answers.incrementAndGet()));
    broker = rig.broker();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private MockResponse answer(int n) {
    return changing ? stationWith(n) : answer;
  }

  @Test
  void livesThroughBadDaysAndEndsCleanly() throws Exception {
    try (PollerProcess poller = rig.poller(V1)) {
      poller.await("a first success", () -> poller.health().contains("\"status\":\"UP\""));

      answer = new MockResponse.Builder().code(500).body("key " + PollerRig.KEY).build();
      poller.await("a failure", () -> poller.health().contains("HTTP 500"));
      answer = stations();
      poller.await("recovery", () -> poller.log().contains("well again after: HTTP 500"));

      broker.kill();
      poller.await("the spool", () -> poller.health().contains("not delivered yet"));
      broker.restart();
      poller.await("delivery", () -> poller.log().contains("in the spool is delivered"));

      assertThat(poller.terminate()).isLessThan(Duration.ofSeconds(10));
      assertThat(poller.log()).doesNotContain(PollerRig.KEY).doesNotContain("\tat ");
    }
    assertThat(TopicReader.readAll(broker.bootstrapServers(), Topics.STATIONS)).isNotEmpty();
    assertThat(rig.reports())
        .anyMatch(PollReport::succeeded)
        .anyMatch(r -> String.valueOf(r.error()).startsWith("HTTP 500"))
        .noneMatch(r -> String.valueOf(r.error()).startsWith("not delivered: "));
    assertThat(rig.reports()).extracting(PollReport::startedAt).isSorted();
    assertThat(TopicReader.readAll(broker.bootstrapServers(), Topics.REJECTED)).isNotEmpty();
  }

  /** Every answer differs from the one before, so each state that is missing would show. */
  @Test
  void nothingAcceptedIsLostWhenItIsKilledWhileKafkaIsAway() throws Exception {
    changing = true;
    try (PollerProcess poller = rig.poller(V1)) {
      poller.await("topics", () -> poller.health().contains("\"status\":\"UP\""));
      broker.kill();
      poller.await("the spool", () -> poller.health().contains("not delivered yet"));
      int polls = answers.get();
      poller.await("polls that go on", () -> answers.get() > polls + 3);
      poller.kill();
    }
    int killedAt = answers.get();
    try (PollerProcess poller = rig.poller(V1)) {
      poller.await("polls without Kafka", () -> answers.get() > killedAt + 3);
      broker.restart();
      poller.await("delivery", () -> poller.log().contains("in the spool is delivered"));
      poller.await("health", () -> poller.health().contains("\"status\":\"UP\""));
      assertThat(poller.terminate()).isLessThan(Duration.ofSeconds(10));
    }
    List<StationObservation> told = rig.observations();
    assertThat(told).extracting(StationObservation::polledAt).isSorted();
    assertThat(told).extracting(StationObservation::identity).doesNotHaveDuplicates();
    Set<Integer> bikes = told.stream().map(o -> o.counts().bikes()).collect(Collectors.toSet());
    // The poll that was under way when it was killed was not accepted yet.
    assertThat(IntStream.range(1, answers.get()).filter(n -> !bikes.contains(n)).boxed())
        .isSubsetOf(killedAt - 1, killedAt);
  }

  @Test
  void aRestartRepeatsNothingAndTellsWhoLeft() throws Exception {
    answer = stations(7, 8);
    try (PollerProcess poller = rig.poller(V1)) {
      poller.await("topics", () -> poller.health().contains("\"status\":\"UP\""));
      poller.kill();
    }
    answer = stations(7);
    try (PollerProcess poller = rig.poller(V1)) {
      poller.await("health", () -> poller.health().contains("\"status\":\"UP\""));
      poller.await("the departure", () -> rig.observations().size() == 3);
    }
    assertThat(rig.observations())
        .extracting(o -> o.key().stationId() + " " + o.present())
        .containsExactly("7 true", "8 true", "8 false");
  }

  @Test
  void pollsWithoutKafkaAndEndsCleanlyWithoutIt() throws Exception {
    broker.kill();
    try (PollerProcess poller = rig.poller(V1)) {
      poller.await("the reason", () -> poller.health().contains("Kafka does not answer"));
      assertThat(poller.health()).contains("\"status\":\"DOWN\"").contains("\"process\":\"alive\"");
      broker.restart();
      poller.await("a success", () -> poller.health().contains("\"status\":\"UP\""));
      broker.kill();
      poller.await("the spool", () -> poller.health().contains("not delivered yet"));
      assertThat(poller.terminate()).isLessThan(Duration.ofSeconds(10));
      assertThat(poller.log()).contains("wait in the spool for the next start");
    }
  }

  @Test
  void wrongSettingsEndItWithOneClearMessage() throws Exception {
    Map<String, String> wrong = new HashMap<>(V1);
    wrong.put("POLL_INTERVAL", "often");
    wrong.put("JCDECAUX_API_KEY", "");
    try (PollerProcess poller = rig.poller(wrong)) {
      assertThat(poller.exitCode()).isEqualTo(2);
      assertThat(poller.log())
          .contains("POLL_INTERVAL is 'often'")
          .contains("JCDECAUX_API_KEY is missing");
    }
  }

  @Test
  void aTopicThatMustNotBeUsedEndsItWithTheWayToMendIt() throws Exception {
    Map<String, String> settings = new HashMap<>(V1);
    try (PollerProcess poller = rig.poller(settings)) {
      poller.await("topics", () -> poller.health().contains("\"status\":\"UP\""));
    }
    settings.put("STATIONS_TOPIC_PARTITIONS", "3");
    try (PollerProcess poller = rig.poller(settings)) {
      assertThat(poller.exitCode()).isEqualTo(2);
      assertThat(poller.log()).contains("topic stations_topic has 1 partitions, wanted are 3");
    }
  }

  private static MockResponse stationWith(int bikes) {
    return new MockResponse.Builder()
        .body(
            """
            [{"number":7,"contract_name":"lyon","available_bikes":%d,"status":"OPEN"}]"""
                .formatted(bikes))
        .build();
  }

  private static MockResponse stations(int... numbers) {
    return new MockResponse.Builder()
        .body(
            IntStream.of(numbers)
                .mapToObj(
                    """
                    {"number":%d,"contract_name":"lyon","available_bikes":8,"status":"OPEN"}"""
                        ::formatted)
                .collect(Collectors.joining(",", "[", "]")))
        .build();
  }

  private static MockResponse stations() {
    return new MockResponse.Builder()
        .body(
            """
            [{"number":7,"contract_name":"lyon","available_bikes":8,"available_bike_stands":12,\
            "status":"OPEN","last_update":1759240800000},{"number":-1,"contract_name":"lyon"}]""")
        .build();
  }
}
