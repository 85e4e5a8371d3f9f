package org.dockline.poller.kafka;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.dockline.poller.spool.SpooledRecord;
import org.jspecify.annotations.Nullable;

/** Records handed to the producer together, and what became of each. */
final class Attempt {

  /** What became of a record. */
  sealed interface Fate {
    /** Nobody knows yet: the producer goes on trying. */
    record Pending() implements Fate {}

    /** It is in its topic. */
    record Arrived() implements Fate {}

    /** It is not in its topic, and may be sent again. */
    record NotTaken(Exception error) implements Fate {}

    /** Kafka will never take it. */
    record Refused(Exception error) implements Fate {}
  }

  private static final Fate PENDING = new Fate.Pending();
  private static final Fate ARRIVED = new Fate.Arrived();

  private final List<SpooledRecord> records;
  private final AtomicReferenceArray<@Nullable Fate> fates;
  private final CountDownLatch unknown;

  private Attempt(List<SpooledRecord> records) {
    this.records = records;
    this.fates = new AtomicReferenceArray<>(records.size());
    this.unknown = new CountDownLatch(records.size());
  }

  /** Hands them over in order; after the first that the producer does not take it hands no more. */
  static Attempt of(
      List<SpooledRecord> records, TopicRecords form, Producer<byte[], byte[]> producer) {
    Attempt attempt = new Attempt(records);
    Exception error = null;
    for (int i = 0; i < records.size(); i++) {
      if (error == null) {
        error = attempt.hand(i, form, producer);
      } else {
        attempt.ended(i, new Fate.NotTaken(error));
      }
    }
    return attempt;
  }

  List<SpooledRecord> records() {
    return records;
  }

  Fate fate(int i) {
    Fate fate = fates.get(i);
    return fate == null ? PENDING : fate;
  }

  /** Whether every fate is known within that time. */
  boolean await(Duration patience) throws InterruptedException {
    return unknown.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private @Nullable Exception hand(int i, TopicRecords form, Producer<byte[], byte[]> producer) {
    try {
      var unused =
          producer.send(
              form.forProducer(records.get(i)),
              (metadata, error) -> ended(i, error == null ? ARRIVED : fate(error)));
    } catch (KafkaException | IllegalStateException e) {
      ended(i, fate(e));
    }
    return fate(i) instanceof Fate.NotTaken(Exception error) ? error : null;
  }

  private void ended(int i, Fate fate) {
    if (fates.compareAndSet(i, null, fate)) {
      unknown.countDown();
    }
  }

  private static Fate fate(Exception error) {
    return switch (error) {
      case RecordTooLargeException e -> new Fate.Refused(e);
      case RecordBatchTooLargeException e -> new Fate.Refused(e);
      case InvalidTimestampException e -> new Fate.Refused(e);
      case InvalidRecordException e -> new Fate.Refused(e);
      case SerializationException e -> new Fate.Refused(e);
      default -> new Fate.NotTaken(error);
    };
  }
}
