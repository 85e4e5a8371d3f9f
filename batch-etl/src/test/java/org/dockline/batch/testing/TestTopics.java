package org.dockline.batch.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dockline.batch.kafka.KafkaAddress;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.Topics;
import org.dockline.station.wire.ObservationJson;
import org.dockline.station.wire.PollReportJson;
import org.dockline.station.wire.RejectionJson;

/** The three topics of a real broker, written as the poller writes them; nothing ever expires. */
public final class TestTopics implements AutoCloseable {

  private static final Map<String, String> KEPT = Map.of("retention.ms", "-1");

  private final KafkaAddress address;
  private final Admin admin;
  private final KafkaProducer<String, byte[]> producer;
  private final List<Future<?>> sent = new ArrayList<>();

  private TestTopics(KafkaAddress address) {
    this.address = address;
    Map<String, Object> where = Map.of("bootstrap.servers", address.bootstrapServers());
    this.admin = Admin.create(where);
    // One at a time, as the poller does, so that a new partition takes them in order.
    Map<String, Object> inOrder =
        Map.of(
            "bootstrap.servers",
            address.bootstrapServers(),
            "max.in.flight.requests.per.connection",
            1,
            "compression.type",
            "zstd",
            "linger.ms",
            5,
            "batch.size",
            512 * 1024);
    this.producer = new KafkaProducer<>(inOrder, new StringSerializer(), new ByteArraySerializer());
  }

  /** Creates them with a suffix of their own. */
  public static TestTopics create(String bootstrapServers, String suffix, int partitions) {
    TestTopics topics = new TestTopics(address(bootstrapServers, suffix));
    topics.await(
        topics
            .admin
            .createTopics(
                List.of(
                    topic(topics.address.stationsTopic(), partitions),
                    topic(topics.address.pollsTopic(), 1),
                    topic(topics.address.rejectedTopic(), 1)))
            .all());
    return topics;
  }

  /** Where they would be. */
  public static KafkaAddress address(String bootstrapServers, String suffix) {
    return new KafkaAddress(
        bootstrapServers,
        Topics.STATIONS + suffix,
        Topics.POLLS + suffix,
        Topics.REJECTED + suffix);
  }

  /** Where they are. */
  public KafkaAddress address() {
    return address;
  }

  /** Writes observations, in the order given. */
  public void send(Collection<StationObservation> observations) {
    observations.forEach(this::sendLater);
    flush();
  }

  /** Begins to write an observation. */
  public void sendLater(StationObservation o) {
    send(o.key().toString(), o.polledAt(), ObservationJson.encode(o));
  }

  /** Writes any record. */
  public void send(String key, Instant timestamp, byte[] value) {
    ProducerRecord<String, byte[]> entry =
        new ProducerRecord<>(address.stationsTopic(), null, timestamp.toEpochMilli(), key, value);
    entry
        .headers()
        .add(Topics.SCHEMA_HEADER, Topics.SCHEMA_VERSION.getBytes(StandardCharsets.UTF_8));
    sent.add(producer.send(entry));
  }

  /** Writes that all contracts were polled then. */
  public void report(Instant startedAt) {
    PollReport report =
        new PollReport(
            Source.JCDECAUX_V3,
            PollReport.ALL,
            startedAt,
            Duration.ofMillis(80),
            200,
            1,
            1,
            1,
            0,
            null,
            false,
            true);
    sent.add(
        producer.send(
            new ProducerRecord<>(
                address.pollsTopic(),
                null,
                startedAt.toEpochMilli(),
                PollReport.ALL,
                PollReportJson.encode(report))));
    flush();
  }

  /** Writes that something of that contract could not be understood. */
  public void reject(Instant polledAt, String contract) {
    Rejection rejection =
        new Rejection(polledAt, Source.JCDECAUX_V3, contract, null, null, null, "odd", "{");
    sent.add(
        producer.send(
            new ProducerRecord<>(
                address.rejectedTopic(),
                null,
                polledAt.toEpochMilli(),
                contract + "/null",
                RejectionJson.encode(rejection))));
    flush();
  }

  /** Deletes the oldest observations, as retention does. */
  public void deleteBefore(long offset) {
    TopicPartition first = new TopicPartition(address.stationsTopic(), 0);
    await(admin.deleteRecords(Map.of(first, RecordsToDelete.beforeOffset(offset))).all());
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }

  private static NewTopic topic(String name, int partitions) {
    return new NewTopic(name, partitions, (short) 1).configs(KEPT);
  }

  /** Returns when all that was begun is written. */
  public void flush() {
    producer.flush();
    sent.forEach(this::await);
    sent.clear();
  }

  private void await(Future<?> done) {
    try {
      done.get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The broker did not do it", e);
    }
  }
}
