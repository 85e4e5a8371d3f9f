package org.dockline.poller.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How the producer is set: never a record twice within one run, one batch a poll, bounded waits.
 */
final class ProducerSettings {

  /** How long a send may wait for brokers or for room in the buffer. */
  static final Duration LONGEST_BLOCK = Duration.ofSeconds(5);

  /** Room for a whole poll of a large provider. */
  private static final int BATCH_BYTES = 1024 * 1024;

  private static final int BUFFER_BYTES = 32 * 1024 * 1024;

  /** Longer than filling a batch takes; a flush does not wait for it. */
  private static final Duration LINGER = Duration.ofMillis(20);

  private ProducerSettings() {}

  static Map<String, Object> of(String bootstrapServers, Duration deliveryTimeout) {
    long delivery = deliveryTimeout.toMillis();
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, "dockline-poller");
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    // With more, a broker that is just opening a new partition may refuse the first request and
    // take the second; the first is then out of order for ever, and lost (KAFKA-15591).
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER.toMillis());
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicPlan.MAX_MESSAGE_BYTES);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.min(LONGEST_BLOCK.toMillis(), delivery));
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) delivery);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) Math.min(30_000, delivery / 2));
    return config;
  }
}
