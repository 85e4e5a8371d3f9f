package org.dockline.poller.kafka;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.dockline.poller.polling.NotDeliveredException;
import org.jspecify.annotations.Nullable;

/** Records on their way, and the first of them that did not arrive. */
final class Delivery {

  private record Failure(String topic, Exception error) {}

  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();

  Delivery(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /** Sends; after a time-out nothing more, because each further record could wait as long. */
  void send(ProducerRecord<byte[], byte[]> record) {
    Failure first = failure.get();
    if (first != null && first.error() instanceof TimeoutException) {
      return;
    }
    try {
      var unused = producer.send(record, (metadata, error) -> failed(record.topic(), error));
    } catch (KafkaException | IllegalStateException e) {
      failed(record.topic(), e);
    }
  }

  /** Waits until every record has arrived or was given up, then forgets how it went. */
  void await() throws NotDeliveredException {
    try {
      producer.flush();
    } catch (KafkaException | IllegalStateException e) {
      failed("all topics", e);
    }
    Failure first = failure.getAndSet(null);
    if (first != null) {
      Exception error = first.error();
      throw new NotDeliveredException(
          first.topic() + ": " + error.getClass().getSimpleName() + ": " + error.getMessage(),
          error);
    }
  }

  private void failed(String topic, @Nullable Exception error) {
    if (error != null) {
      failure.compareAndSet(null, new Failure(topic, error));
    }
  }
}
