package org.dockline.poller.kafka;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dockline.station.PollReport;
import org.dockline.station.Topics;
import org.dockline.station.wire.PollReportJson;

/** How far {@code polls_topic} has come. */
public final class PolledSoFar {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Reports may be out of order by as many as can wait for their delivery. */
  private static final long TAIL = 10_000;

  private PolledSoFar() {}

  /**
   * When the newest poll in the topic started.
   *
   * @return empty when the topic holds no report
   * @throws IOException when the brokers can't be asked; another try may help
   */
  public static Optional<Instant> findNewest(String bootstrapServers) throws IOException {
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(config(bootstrapServers))) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.POLLS, PATIENCE).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      return newest(consumer, partitions);
    } catch (KafkaException e) {
      throw new IOException("Kafka does not answer: " + e.getMessage(), e);
    }
  }

  private static Optional<Instant> newest(
      Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) throws IOException {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, PATIENCE);
    consumer.assign(partitions);
    ends.forEach((p, end) -> consumer.seek(p, Math.max(starts.getOrDefault(p, 0L), end - TAIL)));
    Instant newest = Instant.MIN;
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      var records = consumer.poll(PATIENCE);
      if (records.isEmpty()) {
        throw new IOException(Topics.POLLS + " can't be read to its end within " + PATIENCE);
      }
      for (ConsumerRecord<byte[], byte[]> record : records) {
        Instant started =
            PollReportJson.decode(record.value()).map(PollReport::startedAt).orElse(Instant.MIN);
        newest = started.isAfter(newest) ? started : newest;
      }
    }
    return newest.equals(Instant.MIN) ? Optional.empty() : Optional.of(newest);
  }

  private static Map<String, Object> config(String bootstrapServers) {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "dockline-polled-so-far");
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    return config;
  }
}
