package org.dockline.poller.kafka;

import java.time.Duration;
import java.util.ArrayList;
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

  /**
   * What became of all of them.
   *
   * @param left indices of those that are not in their topic, as far as is known
   * @param notTaken why the last of them is not; null when nobody knows yet, or none is left
   * @param refused how many Kafka will never take
   * @param refusal why the last of those
   */
  record Outcome(
      List<Integer> left, @Nullable Exception notTaken, int refused, @Nullable Exception refusal) {}

  private final List<SpooledRecord> records;
  private final Producer<byte[], byte[]> producer;
  private final AtomicReferenceArray<@Nullable Fate> fates;
  private final CountDownLatch unknown;

  private Attempt(List<SpooledRecord> records, Producer<byte[], byte[]> producer) {
    this.records = records;
    this.producer = producer;
    this.fates = new AtomicReferenceArray<>(records.size());
    this.unknown = new CountDownLatch(records.size());
  }

  /** Hands them over in order; after the first that the producer does not take it hands no more. */
  static Attempt of(
      List<SpooledRecord> records, TopicRecords form, Producer<byte[], byte[]> producer) {
    Attempt attempt = new Attempt(records, producer);
    Exception error = null;
    for (int i = 0; i < records.size(); i++) {
      if (error == null) {
        error = attempt.hand(i, form);
      } else {
        attempt.ended(i, new Fate.NotTaken(error));
      }
    }
    return attempt;
  }

  List<SpooledRecord> records() {
    return records;
  }

  /** To whom they were handed. */
  Producer<byte[], byte[]> producer() {
    return producer;
  }

  Outcome outcome() {
    List<Integer> left = new ArrayList<>();
    Exception notTaken = null;
    int refused = 0;
    Exception refusal = null;
    for (int i = 0; i < records.size(); i++) {
      switch (fate(i)) {
        case Fate.Arrived a -> {}
        case Fate.Pending p -> left.add(i);
        case Fate.NotTaken(Exception error) -> {
          left.add(i);
          notTaken = error;
        }
        case Fate.Refused(Exception error) -> {
          refused++;
          refusal = error;
        }
      }
    }
    return new Outcome(List.copyOf(left), notTaken, refused, refusal);
  }

  Fate fate(int i) {
    Fate fate = fates.get(i);
    return fate == null ? PENDING : fate;
  }

  /** Whether every fate is known within that time. */
  boolean await(Duration patience) throws InterruptedException {
    return unknown.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private @Nullable Exception hand(int i, TopicRecords form) {
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
