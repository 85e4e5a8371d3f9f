package org.dockline.poller.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.dockline.poller.polling.BulkPublisher;
import org.dockline.poller.polling.NotDeliveredException;
import org.dockline.poller.polling.ObservationPublisher;
import org.dockline.poller.polling.PollBatch;
import org.dockline.station.PollReport;
import org.dockline.station.Topics;
import org.dockline.station.wire.ObservationJson;
import org.dockline.station.wire.PollReportJson;
import org.dockline.station.wire.RejectionJson;

/**
 * The way into the topics: idempotent, acknowledged by every replica, about one flush a poll. Each
 * record carries the time of its poll as its timestamp and the version of its shape as a header.
 *
 * <p>{@link #publish} is safe for use by several threads at once.
 */
public final class KafkaObservationPublisher
    implements ObservationPublisher, BulkPublisher, AutoCloseable {

  private static final List<Header> HEADERS =
      List.of(new RecordHeader(Topics.SCHEMA_HEADER, utf8(Topics.SCHEMA_VERSION)));

  private final Producer<byte[], byte[]> producer;
  private final String stationsTopic;
  private final Delivery enqueued;

  KafkaObservationPublisher(Producer<byte[], byte[]> producer, String stationsTopic) {
    this.producer = producer;
    this.stationsTopic = stationsTopic;
    this.enqueued = new Delivery(producer);
  }

  /**
   * Connects in the background; see {@link KafkaTopics} for the topics themselves.
   *
   * @param stationsTopic where observations go
   * @param deliveryTimeout after this a record that has not arrived is given up
   */
  public static KafkaObservationPublisher connect(
      String bootstrapServers, String stationsTopic, Duration deliveryTimeout) {
    return new KafkaObservationPublisher(
        new KafkaProducer<>(ProducerSettings.of(bootstrapServers, deliveryTimeout)), stationsTopic);
  }

  @Override
  public void publish(PollBatch batch) throws NotDeliveredException {
    Delivery delivery = new Delivery(producer);
    sendFacts(batch, delivery);
    delivery.await();
    sendReports(batch, delivery);
    delivery.await();
  }

  @Override
  public void enqueue(PollBatch batch) {
    sendFacts(batch, enqueued);
    sendReports(batch, enqueued);
  }

  @Override
  public void flush() throws NotDeliveredException {
    enqueued.await();
  }

  /** Ends within 5 s; what has not arrived by then is given up. */
  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }

  private void sendFacts(PollBatch batch, Delivery delivery) {
    batch
        .observations()
        .forEach(
            o ->
                delivery.send(
                    record(
                        stationsTopic,
                        o.polledAt(),
                        o.key().toString(),
                        ObservationJson.encode(o))));
    batch
        .rejections()
        .forEach(
            r ->
                delivery.send(
                    record(
                        Topics.REJECTED,
                        r.polledAt(),
                        r.contract() + "/" + r.stationId(),
                        RejectionJson.encode(r))));
  }

  private void sendReports(PollBatch batch, Delivery delivery) {
    for (PollReport r : batch.reports()) {
      String key = r.source() + "/" + r.contract();
      delivery.send(record(Topics.POLLS, r.startedAt(), key, PollReportJson.encode(r)));
    }
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, Instant time, String key, byte[] value) {
    return new ProducerRecord<>(topic, null, time.toEpochMilli(), utf8(key), value, HEADERS);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
