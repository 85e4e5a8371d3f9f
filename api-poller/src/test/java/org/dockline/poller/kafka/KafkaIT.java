package org.dockline.poller.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dockline.poller.polling.NotDeliveredException;
import org.dockline.poller.polling.PollBatch;
import org.dockline.station.Decoding;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.Topics;
import org.dockline.station.testing.BrokerProcess;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.PollReportBuilder;
import org.dockline.station.wire.ObservationJson;
import org.dockline.station.wire.PollReportJson;
import org.dockline.station.wire.RejectionJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The topics and the way into them, on a real broker. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KafkaIT {

  @TempDir static Path folder;

  private static BrokerProcess broker;

  @BeforeAll
  static void start() {
    broker = BrokerProcess.start(folder);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  @Order(1)
  void makesWhatIsMissingAndAcceptsWhatItMade() throws Exception {
    ensure(TopicPlan.pipeline("made", 3));
    ensure(TopicPlan.pipeline("made", 3));
    try (Admin admin = admin()) {
      assertThat(
              admin.describeTopics(List.of("made")).allTopicNames().get().get("made").partitions())
          .hasSize(3);
      assertThat(admin.listTopics().names().get()).contains("made", Topics.POLLS, Topics.REJECTED);
    }
  }

  @Test
  @Order(2)
  void refusesATopicThatWouldBreakItsPromises() throws Exception {
    NewTopic bad =
        new NewTopic("bad", Optional.of(2), Optional.empty())
            .configs(
                Map.of(
                    "cleanup.policy", "compact",
                    "retention.ms", "3600000",
                    "message.timestamp.type", "LogAppendTime"));
    try (Admin admin = admin()) {
      admin.createTopics(List.of(bad)).all().get();
    }
    assertThatThrownBy(() -> ensure(TopicPlan.pipeline("bad", 1)))
        .isInstanceOf(TopicContradictionException.class)
        .hasMessageContaining("topic bad has 2 partitions, wanted are 1")
        .hasMessageContaining("topic bad has cleanup.policy=compact")
        .hasMessageContaining("topic bad has retention.ms=3600000")
        .hasMessageContaining("topic bad has message.timestamp.type=LogAppendTime");
  }

  @Test
  @Order(3)
  void deliversAPollWithItsTimeItsKeysAndItsReport() throws Exception {
    ensure(TopicPlan.pipeline("stations", 1));
    Instant polledAt = Instant.parse("2025-09-30T14:00:00Z");
    StationObservation o = ObservationBuilder.polledAt(polledAt).extra("{\"é\":1}").build();
    Rejection r = new Rejection(polledAt, Source.GBFS_3, "lyon", "8", "lat", "95", "no", "{}");
    PollReport report = report(polledAt);
    try (KafkaObservationPublisher publisher = publisher("stations", Duration.ofSeconds(20))) {
      publisher.publish(new PollBatch(List.of(o), List.of(r), List.of(report)));
    }
    ConsumerRecord<byte[], byte[]> station = only("stations");
    assertThat(station.timestamp()).isEqualTo(polledAt.toEpochMilli());
    assertThat(text(station.key())).isEqualTo("lyon/7");
    assertThat(text(station.headers().lastHeader("schema").value())).isEqualTo("1");
    assertThat(ObservationJson.decode(station.value(), polledAt))
        .isEqualTo(new Decoding.Decoded<>(o));
    assertThat(text(only(Topics.REJECTED).key())).isEqualTo("lyon/8");
    assertThat(RejectionJson.decode(only(Topics.REJECTED).value())).contains(r);
    assertThat(PollReportJson.decode(only(Topics.POLLS).value())).contains(report);
    assertThat(only(Topics.POLLS).timestamp()).isEqualTo(polledAt.toEpochMilli());
  }

  @Test
  @Order(4)
  void fillsATopicWithMuchAtOnceInOrder() throws Exception {
    ensure(TopicPlan.pipeline("filled", 1));
    Instant start = Instant.parse("2025-09-30T14:00:00Z");
    List<String> keys = new ArrayList<>();
    try (KafkaObservationPublisher publisher = publisher("filled", Duration.ofSeconds(60))) {
      for (int poll = 0; poll < 200; poll++) {
        List<StationObservation> stations = new ArrayList<>();
        for (int n = 0; n < 100; n++) {
          stations.add(
              ObservationBuilder.polledAt(start.plusSeconds(poll)).station("lyon/" + n).build());
        }
        stations.forEach(o -> keys.add(o.polledAt() + " " + o.key()));
        publisher.enqueue(new PollBatch(stations, List.of(), List.of()));
      }
      publisher.flush();
    }
    assertThat(TopicReader.readAll(broker.bootstrapServers(), "filled"))
        .extracting(r -> Instant.ofEpochMilli(r.timestamp()) + " " + text(r.key()))
        .containsExactlyElementsOf(keys);
  }

  @Test
  @Order(5)
  void aRecordThatKafkaRefusesIsAnErrorAndTheOthersArrive() throws Exception {
    ensure(TopicPlan.pipeline("refused", 1));
    Instant future = Instant.now().plus(Duration.ofDays(2));
    StationObservation good = ObservationBuilder.polledAt(Instant.now()).build();
    StationObservation huge =
        ObservationBuilder.polledAt(Instant.now()).name("x".repeat(5_000_000)).build();
    try (KafkaObservationPublisher publisher = publisher("refused", Duration.ofSeconds(20))) {
      assertThatThrownBy(() -> publisher.publish(batch(huge, good)))
          .isInstanceOf(NotDeliveredException.class)
          .hasMessageContaining("refused: RecordTooLargeException");
      assertThatThrownBy(
              () -> publisher.publish(batch(ObservationBuilder.polledAt(future).build())))
          .isInstanceOf(NotDeliveredException.class)
          .hasMessageContaining("InvalidTimestampException");
      publisher.publish(batch(good));
    }
    assertThat(TopicReader.readAll(broker.bootstrapServers(), "refused")).hasSize(2);
  }

  @Test
  @Order(6)
  void whileTheBrokerIsAwayItGivesUpInTimeAndGoesOnAfterwards() throws Exception {
    ensure(TopicPlan.pipeline("away", 1));
    StationObservation o = ObservationBuilder.polledAt(Instant.now()).build();
    try (KafkaObservationPublisher publisher = publisher("away", Duration.ofSeconds(3))) {
      publisher.publish(batch(o));
      broker.kill();
      Instant before = Instant.now();
      assertThatThrownBy(() -> publisher.publish(batch(o, o, o, o)))
          .isInstanceOf(NotDeliveredException.class);
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(12));
      broker.restart();
      deliver(publisher, batch(o));
    }
    assertThat(TopicReader.readAll(broker.bootstrapServers(), "away"))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  @Order(7)
  void nobodyThereIsAnErrorThatMayPass() {
    try (KafkaTopics topics = KafkaTopics.at("127.0.0.1:1")) {
      assertThatThrownBy(() -> topics.ensure(TopicPlan.pipeline("x", 1)))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("Kafka does not answer: ");
    }
  }

  /** The first tries after a restart may still time out. */
  private static void deliver(KafkaObservationPublisher publisher, PollBatch batch)
      throws NotDeliveredException {
    for (int attempt = 1; ; attempt++) {
      try {
        publisher.publish(batch);
        return;
      } catch (NotDeliveredException e) {
        if (attempt == 10) {
          throw e;
        }
      }
    }
  }

  private static PollBatch batch(StationObservation... stations) {
    return new PollBatch(List.of(stations), List.of(), List.of());
  }

  private static PollReport report(Instant polledAt) {
    return PollReportBuilder.startedAt(polledAt).of(Source.GBFS_3, "lyon").build();
  }

  private static ConsumerRecord<byte[], byte[]> only(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records =
        TopicReader.readAll(broker.bootstrapServers(), topic);
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  private static void ensure(Collection<TopicPlan> plans) throws Exception {
    try (KafkaTopics topics = KafkaTopics.at(broker.bootstrapServers())) {
      topics.ensure(plans);
    }
  }

  private static KafkaObservationPublisher publisher(String topic, Duration timeout) {
    return KafkaObservationPublisher.connect(broker.bootstrapServers(), topic, timeout);
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
