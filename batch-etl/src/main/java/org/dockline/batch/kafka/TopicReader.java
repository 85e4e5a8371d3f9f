package org.dockline.batch.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.dockline.batch.load.LogUnavailableException;

/**
 * Reads one topic from somewhere up to its end as it was when the reading began. Belongs to no
 * consumer group and commits nothing.
 *
 * @param <K> what keys are read as
 * @param <V> what values are read as
 */
final class TopicReader<K, V> implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int FETCH_BYTES = 8 * 1024 * 1024;

  private final String bootstrapServers;
  private final String topic;
  private final KafkaConsumer<K, V> consumer;
  private final Set<TopicPartition> partitions;
  private final Map<TopicPartition, Long> end;

  private TopicReader(
      String bootstrapServers,
      String topic,
      KafkaConsumer<K, V> consumer,
      Set<TopicPartition> partitions,
      Map<TopicPartition, Long> end) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
    this.consumer = consumer;
    this.partitions = partitions;
    this.end = end;
  }

  /**
   * Opens a topic and fixes its end.
   *
   * @throws LogUnavailableException when Kafka can't be reached, or there is no such topic
   */
  static <K, V> TopicReader<K, V> open(
      String bootstrapServers, String topic, Deserializer<K> keys, Deserializer<V> values) {
    KafkaConsumer<K, V> consumer = new KafkaConsumer<>(settings(bootstrapServers), keys, values);
    try {
      Set<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      return new TopicReader<>(bootstrapServers, topic, consumer, partitions, end);
    } catch (KafkaException e) {
      consumer.close(Duration.ZERO);
      throw unavailable(bootstrapServers, topic, e);
    }
  }

  /** The offset after the last record, by partition. */
  Map<Integer, Long> end() {
    Map<Integer, Long> offsets = new HashMap<>();
    end.forEach((partition, offset) -> offsets.put(partition.partition(), offset));
    return offsets;
  }

  /** The offset of the first record that is left, by partition. */
  Map<Integer, Long> beginning() {
    return attempt(
        () -> {
          Map<Integer, Long> offsets = new HashMap<>();
          consumer
              .beginningOffsets(partitions)
              .forEach((partition, offset) -> offsets.put(partition.partition(), offset));
          return offsets;
        });
  }

  /** Goes to the first record. */
  void fromBeginning() {
    consumer.seekToBeginning(partitions);
  }

  /** Goes to the first record that is, with all before it older, as new as that moment. */
  void fromTime(Instant time) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, time.toEpochMilli()));
    attempt(() -> consumer.offsetsForTimes(times))
        .forEach(
            (partition, found) ->
                consumer.seek(
                    partition, found == null ? end.getOrDefault(partition, 0L) : found.offset()));
  }

  /** Reads on to the end. */
  void read(Consumer<ConsumerRecord<K, V>> each) {
    Set<TopicPartition> open = new HashSet<>(partitions);
    dropDone(open);
    while (!open.isEmpty()) {
      for (ConsumerRecord<K, V> record : attempt(() -> consumer.poll(POLL))) {
        if (record.offset() < end.getOrDefault(partition(record), 0L)) {
          each.accept(record);
        }
      }
      dropDone(open);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void dropDone(Set<TopicPartition> open) {
    open.removeIf(
        partition ->
            attempt(() -> consumer.position(partition)) >= end.getOrDefault(partition, 0L));
    consumer.pause(partitions.stream().filter(p -> !open.contains(p)).toList());
  }

  private <T> T attempt(Supplier<T> what) {
    try {
      return what.get();
    } catch (KafkaException e) {
      throw unavailable(bootstrapServers, topic, e);
    }
  }

  private static Set<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    List<PartitionInfo> found = consumer.listTopics(PATIENCE).get(topic);
    if (found == null || found.isEmpty()) {
      throw new LogUnavailableException(
          "Kafka has no topic " + topic + ": the poller creates it; is the poller running?");
    }
    Set<TopicPartition> partitions = new HashSet<>();
    found.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    return partitions;
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private static LogUnavailableException unavailable(
      String bootstrapServers, String topic, KafkaException e) {
    return new LogUnavailableException(
        "Topic %s can't be read from Kafka at %s: %s"
            .formatted(topic, bootstrapServers, e.getMessage()),
        e);
  }

  private static Map<String, Object> settings(String bootstrapServers) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "dockline-batch");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // What is deleted while it is read is an error, never a jump.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    return settings;
  }
}
