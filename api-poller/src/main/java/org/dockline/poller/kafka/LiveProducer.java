package org.dockline.poller.kafka;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The producer in use. Some errors a producer never recovers from, such as a right that was
 * withdrawn: then it is closed, and another one is made after a pause that doubles up to a minute.
 * What it had in hand it gives back before.
 *
 * <p>Safe for use by several threads at once.
 */
final class LiveProducer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveProducer.class);

  static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Supplier<Producer<byte[], byte[]>> maker;
  private final InstantSource clock;
  private @Nullable Producer<byte[], byte[]> producer;
  private @Nullable String trouble;
  private Duration pause = FIRST_PAUSE;
  private Instant next = Instant.MIN;

  /**
   * Makes the first one.
   *
   * @param maker makes a producer that talks to nobody yet
   */
  LiveProducer(Supplier<Producer<byte[], byte[]>> maker, InstantSource clock) {
    this.maker = maker;
    this.clock = clock;
    this.producer = maker.get();
  }

  /** The one to send with; empty while it is too early to make another. */
  synchronized Optional<Producer<byte[], byte[]>> find() {
    if (producer == null && !clock.instant().isBefore(next)) {
      LOG.info("Another producer is made after: {}", trouble);
      try {
        producer = maker.get();
      } catch (KafkaException e) {
        giveUp(e);
      }
    }
    return Optional.ofNullable(producer);
  }

  /** Records arrived. */
  synchronized void took() {
    if (trouble != null) {
      LOG.info("Kafka takes records again after: {}", trouble);
    }
    trouble = null;
    pause = FIRST_PAUSE;
  }

  /**
   * It did not take a record.
   *
   * @param from the producer that was asked
   */
  synchronized void gaveBack(Producer<byte[], byte[]> from, Exception error) {
    if (from.equals(producer) && isForGood(error)) {
      producer = null;
      from.close(Duration.ZERO);
      giveUp(error);
    }
  }

  /** Why nothing can be sent; null when something can. */
  synchronized @Nullable String trouble() {
    return trouble;
  }

  /** Ends within that time; what has not arrived by then is given back. */
  synchronized void close(Duration patience) {
    if (producer != null) {
      producer.close(patience);
    }
  }

  @Override
  public void close() {
    close(Duration.ZERO);
  }

  private void giveUp(Exception error) {
    trouble =
        "Kafka refuses this poller: "
            + error.getClass().getSimpleName()
            + ": "
            + error.getMessage();
    next = clock.instant().plus(pause);
    LOG.error("{}; another producer is tried in {}, polls go to the spool", trouble, pause);
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private static boolean isForGood(Exception error) {
    return !(error instanceof RetriableException) && !(error instanceof InterruptException);
  }
}
