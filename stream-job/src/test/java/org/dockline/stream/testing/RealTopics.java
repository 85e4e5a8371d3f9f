package org.dockline.stream.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.dockline.station.PollReport;
import org.dockline.station.StationObservation;
import org.dockline.station.Topics;
import org.dockline.station.wire.ObservationJson;
import org.dockline.station.wire.PollReportJson;

/** The three topics of a real broker, as the poller makes and fills them. */
public final class RealTopics implements AutoCloseable {

  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  /** Connects; makes no topic yet. */
  public RealTopics(String bootstrapServers) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    admin = Admin.create(settings);
    settings.put("compression.type", "zstd");
    settings.put("linger.ms", 5);
    settings.put("enable.idempotence", true);
    // With more on their way, the first ones of a topic that was just made can be lost
    // (KAFKA-15591).
    settings.put("max.in.flight.requests.per.connection", 1);
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Makes the topics. */
  public void create() throws InterruptedException, ExecutionException {
    create(Map.of());
  }

  /** Makes topics that keep records of any age. */
  public void createForEver() throws InterruptedException, ExecutionException {
    create(Map.of("retention.ms", "-1"));
  }

  private void create(Map<String, String> settings)
      throws InterruptedException, ExecutionException {
    admin
        .createTopics(
            List.of(Topics.STATIONS, Topics.POLLS, Topics.REJECTED).stream()
                .map(name -> new NewTopic(name, 1, (short) 1).configs(settings))
                .toList())
        .all()
        .get();
  }

  /** Removes the oldest records of the stations' topic, as its retention does. */
  public void forgetBefore(long offset) throws InterruptedException, ExecutionException {
    TopicPartition part = new TopicPartition(Topics.STATIONS, 0);
    admin.deleteRecords(Map.of(part, RecordsToDelete.beforeOffset(offset))).all().get();
  }

  /** Sends an observation; see {@link #flush}. */
  public void send(StationObservation o) {
    send(Topics.STATIONS, o.polledAt(), ObservationJson.encode(o));
  }

  /** Sends a report; see {@link #flush}. */
  public void send(PollReport report) {
    send(Topics.POLLS, report.startedAt(), PollReportJson.encode(report));
  }

  /** Sends any value; see {@link #flush}. */
  public void send(String topic, Instant time, byte[] value) {
    var unused = producer.send(new ProducerRecord<>(topic, null, time.toEpochMilli(), null, value));
  }

  /** Waits until everything sent is in the topics. */
  public void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
