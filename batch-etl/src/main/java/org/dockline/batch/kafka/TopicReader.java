package org.dockline.batch.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.dockline.batch.load.LogUnavailableException;
import org.dockline.batch.survey.OffsetRange;

/**
 * Reads offsets of one topic, whose end is fixed when it is opened. Belongs to no consumer group
 * and commits nothing.
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
  private final Map<TopicPartition, Long> end;

  private TopicReader(
      String bootstrapServers,
      String topic,
      KafkaConsumer<K, V> consumer,
      Map<TopicPartition, Long> end) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
    this.consumer = consumer;
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
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      return new TopicReader<>(bootstrapServers, topic, consumer, end);
    } catch (KafkaException e) {
      consumer.close(Duration.ZERO);
      throw unavailable(bootstrapServers, topic, e);
    }
  }

  /** From the first record that is left up to the end that was fixed, by partition. */
  Map<Integer, OffsetRange> held() {
    Map<TopicPartition, Long> beginning = attempt(() -> consumer.beginningOffsets(end.keySet()));
    Map<Integer, OffsetRange> held = new HashMap<>();
    end.forEach(
        (partition, to) -> {
          long from = Math.min(to, beginning.getOrDefault(partition, 0L));
          held.put(partition.partition(), new OffsetRange(from, to));
        });
    return held;
  }

  /** Reads these offsets, those of each partition in order. */
  void read(Map<Integer, OffsetRange> ranges, Consumer<ConsumerRecord<K, V>> each) {
    Map<TopicPartition, Long> open = new HashMap<>();
    ranges.forEach(
        (partition, range) -> {
          if (!range.isEmpty()) {
            open.put(new TopicPartition(topic, partition), range.to());
          }
        });
    consumer.assign(open.keySet());
    open.keySet().forEach(p -> consumer.seek(p, fromOf(ranges, p)));
    while (!open.isEmpty()) {
      for (ConsumerRecord<K, V> record : attempt(() -> consumer.poll(POLL))) {
        if (record.offset() < open.getOrDefault(partition(record), 0L)) {
          each.accept(record);
        }
      }
      dropDone(open);
    }
  }

  private static long fromOf(Map<Integer, OffsetRange> ranges, TopicPartition partition) {
    OffsetRange range = ranges.get(partition.partition());
    return range == null ? 0 : range.from();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void dropDone(Map<TopicPartition, Long> open) {
    Set<TopicPartition> done =
        open.entrySet().stream()
            .filter(e -> attempt(() -> consumer.position(e.getKey())) >= e.getValue())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    consumer.pause(done);
    open.keySet().removeAll(done);
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
