package org.dockline.poller.kafka;

import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.dockline.poller.polling.BulkPublisher;
import org.dockline.poller.polling.NotDeliveredException;
import org.dockline.poller.polling.ObservationPublisher;
import org.dockline.poller.polling.PollBatch;

/**
 * The way into the topics for who would rather fail than wait: idempotent, acknowledged by every
 * replica, about one flush a poll. The live poller goes by {@link SpoolingPublisher}.
 *
 * <p>{@link #publish} is safe for use by several threads at once.
 */
public final class KafkaObservationPublisher
    implements ObservationPublisher, BulkPublisher, AutoCloseable {

  private final Producer<byte[], byte[]> producer;
  private final TopicRecords records;
  private final Delivery enqueued;

  KafkaObservationPublisher(Producer<byte[], byte[]> producer, String stationsTopic) {
    this.producer = producer;
    this.records = TopicRecords.of(stationsTopic);
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
    records.facts(batch).forEach(r -> delivery.send(records.forProducer(r)));
  }

  private void sendReports(PollBatch batch, Delivery delivery) {
    TopicRecords.reports(batch).forEach(r -> delivery.send(records.forProducer(r)));
  }
}
