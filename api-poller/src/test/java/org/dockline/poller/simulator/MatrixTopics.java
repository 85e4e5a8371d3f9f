package org.dockline.poller.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.Topics;
import org.dockline.station.wire.ObservationJson;
import org.dockline.station.wire.PollReportJson;
import org.dockline.station.wire.RejectionJson;

/** The three topics, read on bit by bit: what they say of each station now, and of each poll. */
final class MatrixTopics implements AutoCloseable {

  private static final List<TopicPartition> PARTITIONS =
      List.of(
          new TopicPartition(Topics.STATIONS, 0),
          new TopicPartition(Topics.REJECTED, 0),
          new TopicPartition(Topics.POLLS, 0));

  /** A station as one source tells it. */
  private record Place(Source source, StationKey key) {}

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<Place, StationObservation> newest = new HashMap<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final List<PollReport> reports = new ArrayList<>();

  MatrixTopics(String bootstrapServers) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "fetch.max.wait.ms", 20),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(PARTITIONS);
    consumer.seekToBeginning(PARTITIONS);
  }

  /** Reads up to the end of now. */
  void readOn() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(PARTITIONS);
    while (PARTITIONS.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      consumer.poll(Duration.ofMillis(200)).forEach(this::read);
    }
  }

  /** The newest word on a station. */
  Optional<StationObservation> find(Source source, StationKey key) {
    return Optional.ofNullable(newest.get(new Place(source, key)));
  }

  /** What was rejected of a poll. */
  List<Rejection> rejected(Source source, String contract, Instant polledAt) {
    return rejections.stream()
        .filter(r -> r.source() == source && r.polledAt().equals(polledAt))
        .filter(r -> r.contract() == null || r.contract().equals(contract))
        .toList();
  }

  /** The report of a poll. */
  PollReport report(Source source, String contract, Instant polledAt) {
    return reports.stream()
        .filter(r -> r.source() == source && r.contract().equals(contract))
        .filter(r -> r.startedAt().equals(polledAt))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    switch (record.topic()) {
      case Topics.REJECTED -> rejections.add(RejectionJson.decode(record.value()).orElseThrow());
      case Topics.POLLS -> reports.add(PollReportJson.decode(record.value()).orElseThrow());
      default -> {
        Instant time = Instant.ofEpochMilli(record.timestamp());
        StationObservation o = ObservationJson.decode(record.value(), time).decoded().orElseThrow();
        newest.put(new Place(o.source(), o.key()), o);
      }
    }
  }
}
