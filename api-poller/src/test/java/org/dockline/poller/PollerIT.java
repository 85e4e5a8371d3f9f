package org.dockline.poller;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.dockline.poller.kafka.TopicReader;
import org.dockline.poller.testing.PollerProcess;
import org.dockline.station.PollReport;
import org.dockline.station.Topics;
import org.dockline.station.testing.BrokerProcess;
import org.dockline.station.wire.PollReportJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process as an operator meets it: a real broker, a provider with bad days, signals. */
class PollerIT {

  private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path folder;

  private final MockWebServer provider = new MockWebServer();
  private volatile MockResponse answer = stations();
  private BrokerProcess broker;

  @BeforeEach
  void start() throws Exception {
    provider.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer;
          }
        });
    provider.start();
    broker = BrokerProcess.start(folder);
  }

  @AfterEach
  void stop() {
    broker.close();
    provider.close();
  }

  @Test
  void livesThroughBadDaysAndEndsCleanly() throws Exception {
    try (PollerProcess poller = PollerProcess.start(folder, settings())) {
      poller.await("a first success", () -> poller.health().contains("\"status\":\"UP\""));

      answer = new MockResponse.Builder().code(500).body("key " + KEY).build();
      poller.await("a failure", () -> poller.health().contains("HTTP 500"));
      answer = stations();
      poller.await("recovery", () -> poller.log().contains("well again after: HTTP 500"));

      broker.kill();
      poller.await("a failed delivery", () -> poller.health().contains("not delivered"));
      broker.restart();
      poller.await("delivery", () -> poller.log().contains("well again after: not delivered"));

      assertThat(poller.terminate()).isLessThan(Duration.ofSeconds(10));
      assertThat(poller.log()).doesNotContain(KEY).doesNotContain("\tat ");
    }
    assertThat(TopicReader.readAll(broker.bootstrapServers(), Topics.STATIONS)).isNotEmpty();
    assertThat(reports())
        .anyMatch(PollReport::succeeded)
        .anyMatch(r -> String.valueOf(r.error()).startsWith("HTTP 500"))
        .anyMatch(r -> String.valueOf(r.error()).startsWith("not delivered: "));
    assertThat(reports()).extracting(PollReport::startedAt).isSorted();
    assertThat(TopicReader.readAll(broker.bootstrapServers(), Topics.REJECTED)).isNotEmpty();
  }

  @Test
  void waitsForKafkaAndEndsCleanlyWithoutIt() throws Exception {
    broker.kill();
    try (PollerProcess poller = PollerProcess.start(folder, settings())) {
      poller.await("the reason", () -> poller.health().contains("Kafka does not answer"));
      assertThat(poller.health()).contains("\"status\":\"DOWN\"").contains("\"process\":\"alive\"");
      broker.restart();
      poller.await("a success", () -> poller.health().contains("\"status\":\"UP\""));
      broker.kill();
      poller.await("a failed delivery", () -> poller.health().contains("not delivered"));
      assertThat(poller.terminate()).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void wrongSettingsEndItWithOneClearMessage() throws Exception {
    Map<String, String> wrong = settings();
    wrong.put("POLL_INTERVAL", "often");
    wrong.remove("JCDECAUX_API_KEY");
    try (PollerProcess poller = PollerProcess.start(folder, wrong)) {
      assertThat(poller.exitCode()).isEqualTo(2);
      assertThat(poller.log())
          .contains("POLL_INTERVAL is 'often'")
          .contains("JCDECAUX_API_KEY is missing");
    }
  }

  @Test
  void aTopicThatMustNotBeUsedEndsItWithTheWayToMendIt() throws Exception {
    Map<String, String> settings = settings();
    try (PollerProcess poller = PollerProcess.start(folder, settings)) {
      poller.await("topics", () -> poller.health().contains("\"status\":\"UP\""));
    }
    settings.put("STATIONS_TOPIC_PARTITIONS", "3");
    try (PollerProcess poller = PollerProcess.start(folder, settings)) {
      assertThat(poller.exitCode()).isEqualTo(2);
      assertThat(poller.log()).contains("topic stations_topic has 1 partitions, wanted are 3");
    }
  }

  private List<PollReport> reports() {
    return TopicReader.readAll(broker.bootstrapServers(), Topics.POLLS).stream()
        .map(r -> PollReportJson.decode(r.value()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("DOCKLINE_SOURCE", "jcdecaux-v1");
    settings.put("JCDECAUX_API_URL", provider.url("/").toString());
    settings.put("JCDECAUX_API_KEY", KEY);
    settings.put("POLL_INTERVAL", "PT1S");
    settings.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    return settings;
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
