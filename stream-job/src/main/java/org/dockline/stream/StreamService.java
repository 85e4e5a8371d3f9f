package org.dockline.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.stream.files.CheckpointFolder;
import org.dockline.stream.kafka.KafkaTopics;
import org.dockline.stream.spark.QueryFailures;
import org.dockline.stream.spark.QuerySigns;
import org.dockline.stream.spark.TopicQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the query for as long as the process lives. Topics that are not there yet, a broker that is
 * away, a full disk: the query ends, the reason is told, and after a pause it goes on from what is
 * on disk.
 */
final class StreamService {

  private static final Logger LOG = LoggerFactory.getLogger(StreamService.class);

  /** The most records in memory. */
  private static final int SLICE = 10_000;

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LAST_BATCH = Duration.ofSeconds(6);

  private final StreamSettings settings;
  private final SparkSession spark;
  private final KafkaTopics topics;
  private final StreamHealth health;
  private final Clock clock;
  private final SnapshotFolder folder;
  private final Sweep sweep;
  private final CheckpointFolder checkpoint;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  StreamService(
      StreamSettings settings,
      SparkSession spark,
      KafkaTopics topics,
      StreamHealth health,
      Clock clock) {
    this.settings = settings;
    this.spark = spark;
    this.topics = topics;
    this.health = health;
    this.clock = clock;
    this.folder = settings.snapshots().open();
    this.sweep = new Sweep(folder);
    this.checkpoint = new CheckpointFolder(settings.checkpoint());
  }

  /** Runs until {@link #stop}. */
  void run() throws InterruptedException {
    Duration pause = SHORTEST_PAUSE;
    String told = "";
    while (stop.getCount() > 0) {
      Instant begun = clock.instant();
      String reason = attempt();
      health.down(reason);
      if (!reason.equals(told)) {
        LOG.warn("{}", reason);
      }
      told = reason;
      boolean ran = clock.instant().isAfter(begun.plus(LONGEST_PAUSE));
      pause = ran ? SHORTEST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
      stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }
    ended.countDown();
  }

  /** Ends the query when its batch is done, or at once when that takes too long. */
  void stop(Duration limit) {
    stop.countDown();
    try {
      if (!ended.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("The query does not end within {}", limit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs the query until it ends, and says why. */
  private String attempt() throws InterruptedException {
    Optional<Map<String, String>> incarnations = topics.findIncarnations();
    if (incarnations.isEmpty()) {
      return "waiting for Kafka at %s to answer and to have %s"
          .formatted(settings.bootstrapServers(), String.join(", ", settings.topics()));
    }
    try {
      Recovery.Start start = new Recovery(folder, checkpoint).start(incarnations.get());
      sweep.run(start, clock.instant());
      query(start);
      return "stopped";
    } catch (StreamingQueryException | IOException | TimeoutException | RuntimeException e) {
      if (QueryFailures.isFault(e)) {
        LOG.error("The query ended", e);
      }
      return QueryFailures.explain(e, checkpoint.toString());
    }
  }

  private void query(Recovery.Start start)
      throws TimeoutException, StreamingQueryException, InterruptedException {
    MicroBatches batches = new MicroBatches(start, topics, SLICE, clock, health);
    QuerySigns signs = new QuerySigns(health::sign, () -> idle(batches));
    spark.streams().addListener(signs);
    try (Housekeeping housekeeping =
        new Housekeeping(folder, sweep, start, batches::newestByContract, clock)) {
      StreamingQuery query =
          topicQuery().start(spark, checkpoint.location(), (id, records) -> batches.run(records));
      health.running();
      housekeeping.start();
      awaitEnd(query, batches);
    } finally {
      spark.streams().removeListener(signs);
    }
  }

  private void awaitEnd(StreamingQuery query, MicroBatches batches)
      throws StreamingQueryException, TimeoutException, InterruptedException {
    while (stop.getCount() > 0) {
      if (query.awaitTermination(500)) {
        return;
      }
    }
    if (!batches.awaitQuiet(LAST_BATCH)) {
      LOG.info("The last batch is broken off; it runs again at the next start");
    }
    query.stop();
  }

  private void idle(MicroBatches batches) {
    health.sign();
    try {
      batches.idle();
    } catch (IOException e) {
      throw new UncheckedIOException("Readers could not be told that there are no records", e);
    }
  }

  private TopicQuery topicQuery() {
    return new TopicQuery(
        settings.bootstrapServers(),
        settings.topics(),
        settings.trigger(),
        settings.batchRecords(),
        SLICE);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
