package org.dockline.poller.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dockline.poller.polling.TopicEar;
import org.dockline.station.Decoding;
import org.dockline.station.StationObservation;
import org.dockline.station.Topics;
import org.dockline.station.wire.ObservationRecord;
import org.dockline.station.wire.RejectionJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topics of observations and rejections, from shortly before the last poll they know
 * of, and hands each feed what another run or another poller said of its stations.
 */
public final class TopicEars implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicEars.class);

  /** Two key frames and some: by then every station that was polled had been sent. */
  private static final Duration TAIL = Duration.ofMinutes(30);

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration WAIT = Duration.ofMillis(500);

  private final String bootstrapServers;
  private final String stationsTopic;
  private final byte[] run;
  private final List<Inbox> inboxes = new CopyOnWriteArrayList<>();
  private final Map<String, StationObservation> newest = new ConcurrentHashMap<>();
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Consumer<byte[], byte[]> listening;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("topic-ears").unstarted(this::follow);

  /**
   * Hears nothing yet.
   *
   * @param run the name of this run, whose own records are passed over
   */
  public TopicEars(String bootstrapServers, String stationsTopic, String run) {
    this.bootstrapServers = bootstrapServers;
    this.stationsTopic = stationsTopic;
    this.run = run.getBytes(StandardCharsets.UTF_8);
  }

  /** Listens for a feed. */
  public TopicEar of(String scope) {
    Inbox inbox = new Inbox(scope);
    inboxes.add(inbox);
    return inbox;
  }

  /** Begins to listen; the topics must be there. */
  public void open() {
    thread.start();
  }

  /** Waits until everything that was said before {@link #open} is heard; false when that is not. */
  public boolean awaitCaughtUp(Duration patience) throws InterruptedException {
    return caughtUp.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The newest observation of each contract that another run or another poller told. */
  public List<StationObservation> listNewest() {
    return List.copyOf(newest.values());
  }

  @Override
  public void close() {
    closed.countDown();
    Consumer<byte[], byte[]> open = listening;
    if (open != null) {
      open.wakeup();
    }
  }

  private void follow() {
    while (closed.getCount() > 0) {
      try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(config())) {
        listening = consumer;
        follow(consumer);
      } catch (WakeupException e) {
        return;
      } catch (KafkaException | IOException e) {
        LOG.warn("What others tell the topics is not heard: {}; trying again", e.getMessage());
        if (!pause()) {
          return;
        }
      }
    }
  }

  private void follow(Consumer<byte[], byte[]> consumer) throws IOException {
    Map<TopicPartition, Long> ends = seek(consumer);
    while (closed.getCount() > 0) {
      if (ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
        caughtUp.countDown();
      }
      consumer.poll(WAIT).forEach(this::heard);
    }
  }

  /** Goes to where the tail begins, and tells where it ends. */
  private Map<TopicPartition, Long> seek(Consumer<byte[], byte[]> consumer) throws IOException {
    List<TopicPartition> partitions =
        List.of(stationsTopic, Topics.REJECTED).stream()
            .flatMap(topic -> consumer.partitionsFor(topic, PATIENCE).stream())
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    Instant newest = PolledSoFar.findNewest(bootstrapServers).orElse(Instant.EPOCH.plus(TAIL));
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(p -> times.put(p, newest.minus(TAIL).toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(times, PATIENCE);
    for (TopicPartition p : partitions) {
      OffsetAndTimestamp start = starts.get(p);
      consumer.seek(p, start == null ? ends.getOrDefault(p, 0L) : start.offset());
    }
    return ends;
  }

  private void heard(ConsumerRecord<byte[], byte[]> record) {
    Header by = record.headers().lastHeader(TopicRecords.RUN_HEADER);
    if (by != null && Arrays.equals(by.value(), run)) {
      return;
    }
    if (record.topic().equals(Topics.REJECTED)) {
      RejectionJson.decode(record.value()).ifPresent(r -> inboxes.forEach(i -> i.add(r)));
    } else if (ObservationRecord.decode(record.value(), Instant.ofEpochMilli(record.timestamp()))
        instanceof Decoding.Decoded<StationObservation>(StationObservation o)) {
      newest.merge(o.key().contract(), o, (a, b) -> b.polledAt().isBefore(a.polledAt()) ? a : b);
      inboxes.forEach(i -> i.add(o));
    }
  }

  /** False when this is closed. */
  private boolean pause() {
    try {
      return !closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Map<String, Object> config() {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "dockline-poller-ears");
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    return config;
  }
}
