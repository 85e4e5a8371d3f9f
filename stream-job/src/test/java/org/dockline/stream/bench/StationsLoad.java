package org.dockline.stream.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.Topics;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.wire.ObservationJson;

/** Stations of a topic of their own, of which some change four times a second. */
final class StationsLoad implements AutoCloseable {

  /** Of all stations, in ten seconds. */
  private static final double CHANGED = 0.15;

  private static final Duration PORTION = Duration.ofMillis(250);

  /** The last record of a portion, and when the broker had taken it. */
  record Appended(long offset, long nanos) {}

  private final String topic;
  private final int stations;
  private final KafkaProducer<byte[], byte[]> producer;
  private final ConcurrentLinkedQueue<Appended> appended = new ConcurrentLinkedQueue<>();
  private final Random random = new Random(1);

  private StationsLoad(String bootstrapServers, String topic, int stations) {
    this.topic = topic;
    this.stations = stations;
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("compression.type", "zstd");
    settings.put("linger.ms", 5);
    settings.put("max.in.flight.requests.per.connection", 1);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Makes the topic, and the two that every stream reads. */
  static StationsLoad create(String bootstrapServers, String topic, int stations)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      for (String name : List.of(topic, Topics.POLLS, Topics.REJECTED)) {
        try {
          admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw e;
          }
        }
      }
    }
    return new StationsLoad(bootstrapServers, topic, stations);
  }

  /** Every station once; returns the offset after the last. */
  long sendAll() throws InterruptedException, ExecutionException {
    RecordMetadata last = null;
    for (int i = 0; i < stations; i++) {
      var sent = producer.send(record(i));
      if (i == stations - 1) {
        producer.flush();
        last = sent.get();
      }
    }
    return last == null ? 0 : last.offset() + 1;
  }

  /** Lets stations change for a while. */
  void change(Duration time) {
    int portion = Math.max(1, (int) (stations * CHANGED * PORTION.toMillis() / 10_000));
    long end = System.nanoTime() + time.toNanos();
    for (long next = System.nanoTime(); next < end; next += PORTION.toNanos()) {
      LockSupport.parkNanos(next - System.nanoTime());
      for (int i = 0; i < portion; i++) {
        boolean last = i == portion - 1;
        var unused =
            producer.send(
                record(random.nextInt(stations)),
                (metadata, failure) -> {
                  if (last && failure == null) {
                    appended.add(new Appended(metadata.offset(), System.nanoTime()));
                  }
                });
      }
    }
    producer.flush();
  }

  /** The portions whose reading is awaited, oldest first. */
  ConcurrentLinkedQueue<Appended> appended() {
    return appended;
  }

  private ProducerRecord<byte[], byte[]> record(int station) {
    StationKey key = new StationKey("city" + station / 500, Integer.toString(station));
    StationObservation o =
        ObservationBuilder.polledAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
            .station(key)
            .bikes(random.nextInt(20))
            .build();
    return new ProducerRecord<>(
        topic,
        null,
        o.polledAt().toEpochMilli(),
        o.key().toString().getBytes(StandardCharsets.UTF_8),
        ObservationJson.encode(o));
  }

  @Override
  public void close() {
    producer.close(Duration.ofMillis(TimeUnit.SECONDS.toMillis(10)));
  }
}
