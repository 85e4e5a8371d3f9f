package org.dockline.poller.kafka;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.dockline.poller.polling.NotDeliveredException;
import org.dockline.poller.polling.ObservationPublisher;
import org.dockline.poller.polling.PollBatch;
import org.dockline.poller.spool.Spool;
import org.dockline.poller.spool.SpoolState;
import org.dockline.poller.spool.SpooledRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live poller's way into the topics. A batch is accepted when Kafka has acknowledged it or the
 * spool holds it on disk; then it will be delivered, after everything accepted before it. While
 * something waits in the spool all batches go there, so each station's records keep their order.
 *
 * <p>The producer never gives a record up by itself, because a record given up may still have
 * arrived, and sending it again would double it.
 *
 * <p>Safe for use by several threads at once.
 */
public final class SpoolingPublisher implements ObservationPublisher, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SpoolingPublisher.class);

  /** The producer goes on trying until the process ends. */
  private static final Duration FOR_EVER = Duration.ofMillis(Integer.MAX_VALUE);

  private static final Duration LAST_DELIVERY = Duration.ofMillis(2_500);
  private static final Duration LAST_CLOSE = Duration.ofSeconds(1);

  private final LiveProducer live;
  private final TopicRecords form;
  private final Spool spool;
  private final Duration patience;
  private final DeliveryCounts counts = new DeliveryCounts();
  private final SpoolDrain drain;
  private final Thread drainer;
  private volatile boolean open;

  SpoolingPublisher(LiveProducer live, TopicRecords form, Spool spool, Duration patience) {
    this.live = live;
    this.form = form;
    this.spool = spool;
    this.patience = patience;
    this.drain = new SpoolDrain(spool, live, form, counts);
    this.drainer = Thread.ofPlatform().daemon().name("spool").unstarted(drain);
  }

  /**
   * Connects in the background. Until {@link #open()} everything goes to the spool.
   *
   * @param stationsTopic where observations go
   * @param run names this run of the process in every record
   * @param spool is closed with this
   * @param patience how long a poll waits for Kafka before it goes to the spool
   * @param clock for the pauses between one producer and the next
   */
  public static SpoolingPublisher connect(
      String bootstrapServers,
      String stationsTopic,
      String run,
      Spool spool,
      Duration patience,
      InstantSource clock) {
    return new SpoolingPublisher(
        new LiveProducer(
            () -> new KafkaProducer<>(ProducerSettings.of(bootstrapServers, FOR_EVER)), clock),
        TopicRecords.ofRun(stationsTopic, run),
        spool,
        patience);
  }

  /** The topics are as they must be: from now on records are sent. */
  public void open() {
    if (!open) {
      open = true;
      drainer.start();
    }
  }

  /** What went wrong so far. */
  public DeliveryCounts counts() {
    return counts;
  }

  /** Why Kafka takes nothing from this process, whatever it tries; null in the ordinary case. */
  public @Nullable String trouble() {
    return live.trouble();
  }

  /** What waits. */
  public SpoolState waiting() {
    try {
      return spool.state();
    } catch (IOException e) {
      LOG.error("The spool can't be read: {}", e.getMessage());
      return new SpoolState(-1, -1, null);
    }
  }

  @Override
  public void publish(PollBatch batch) throws NotDeliveredException {
    List<SpooledRecord> facts = form.facts(batch);
    List<SpooledRecord> reports = TopicRecords.reports(batch);
    if (!open || !spool.isEmpty()) {
      List<SpooledRecord> all = new ArrayList<>(facts);
      all.addAll(reports);
      append(all);
    } else if (direct(facts) && spool.isEmpty()) {
      direct(reports);
    } else {
      append(reports);
    }
  }

  /** Sends for a few seconds what can be sent, then lets Kafka go; what waits stays on disk. */
  @Override
  public void close() {
    try {
      if (open) {
        var unused = spool.awaitEmpty(LAST_DELIVERY);
        drainer.interrupt();
        drainer.join(LAST_CLOSE);
      }
      live.close(LAST_CLOSE);
      SpoolState left = waiting();
      if (left.records() > 0) {
        LOG.warn("{} records wait in the spool for the next start", left.records());
      }
      spool.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.error("The spool can't be closed: {}", e.getMessage());
    }
  }

  /**
   * Whether all of them arrived in time; else they wait in the spool.
   *
   * @throws NotDeliveredException when some will never arrive
   */
  private boolean direct(List<SpooledRecord> records) throws NotDeliveredException {
    Optional<Producer<byte[], byte[]>> producer = live.find();
    if (producer.isEmpty()) {
      append(records);
      return false;
    }
    Attempt attempt = Attempt.of(records, form, producer.get());
    boolean interrupted = false;
    try {
      var unused = attempt.await(patience);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    try {
      return keepTheRest(attempt);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean keepTheRest(Attempt attempt) throws NotDeliveredException {
    Attempt.Outcome outcome = attempt.outcome();
    counts.addRefused(outcome.refused());
    if (outcome.left().isEmpty()) {
      if (!attempt.records().isEmpty()) {
        live.took();
      }
    } else {
      notTaken(attempt, outcome);
    }
    if (outcome.refusal() != null) {
      throw new NotDeliveredException(text(outcome.refusal()), outcome.refusal());
    }
    return outcome.left().isEmpty();
  }

  private void notTaken(Attempt attempt, Attempt.Outcome outcome) throws NotDeliveredException {
    Exception error = outcome.notTaken();
    counts.addError();
    LOG.warn(
        "Kafka does not take records ({}): polls go on into the spool",
        error == null ? "no acknowledgement within " + patience : text(error));
    if (error != null) {
      live.gaveBack(attempt.producer(), error);
    }
    keep(outcome.left().size(), () -> drain.keep(attempt, outcome.left()));
  }

  private interface Keeping {
    void keep() throws IOException;
  }

  private void append(List<SpooledRecord> records) throws NotDeliveredException {
    if (!records.isEmpty()) {
      keep(records.size(), () -> spool.append(records));
    }
  }

  private void keep(int records, Keeping keeping) throws NotDeliveredException {
    try {
      keeping.keep();
    } catch (IOException e) {
      counts.addLost(records);
      throw new NotDeliveredException(records + " records are not kept: " + e.getMessage(), e);
    }
  }

  private static String text(Exception error) {
    return error.getClass().getSimpleName() + ": " + error.getMessage();
  }
}
