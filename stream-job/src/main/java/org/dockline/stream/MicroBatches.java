package org.dockline.stream;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.stream.live.SnapshotPublisher;
import org.dockline.stream.merge.DecodedSlice;
import org.dockline.stream.merge.StreamState;
import org.dockline.stream.recent.RecentStore;
import org.dockline.stream.topic.TopicReach;
import org.dockline.stream.topic.TopicRecord;
import org.dockline.stream.topic.TopicSlice;
import org.dockline.stream.topic.TopicSlices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done with each micro-batch: recent files, their manifest, live files, their pointer, in
 * this order. A batch that is killed anywhere and runs again ends in the same rows.
 *
 * <p>A large one is worked on in slices and shown as it goes, so neither its memory nor the age of
 * what readers see grows with the backlog.
 */
final class MicroBatches {

  private static final Logger LOG = LoggerFactory.getLogger(MicroBatches.class);

  /** Within a long batch, how often readers are shown how far it has come, at the most. */
  private static final Duration PROGRESS = Duration.ofSeconds(1);

  /** Where publishing takes long, because there are very many stations, this many times as long. */
  private static final int WORK_TO_SHOW = 4;

  /** Without records, how often readers are told that there are none. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(19);

  private final StreamState state;
  private final RecentStore recent;
  private final SnapshotPublisher live;
  private final TopicReach reach;
  private final int slice;
  private final Clock clock;
  private final StreamHealth health;
  private final ReentrantLock busy = new ReentrantLock();
  private Instant published;
  private Duration cost = Duration.ZERO;
  private boolean taken;
  private boolean observations;

  /**
   * Begins.
   *
   * @param slice the most records in memory; the same at each start, so that a batch that runs
   *     again is cut alike
   */
  MicroBatches(
      Recovery.Start start, TopicReach reach, int slice, Clock clock, StreamHealth health) {
    this.state = start.state();
    this.recent = start.recent();
    this.live = start.live();
    this.reach = reach;
    this.slice = slice;
    this.clock = clock;
    this.health = health;
    this.published = clock.instant();
  }

  /** Takes a batch in; see {@link org.dockline.stream.spark.TopicQuery.BatchBody}. */
  void run(Iterator<TopicRecord> records) throws IOException {
    busy.lock();
    try {
      recent.beginBatch();
      TopicSlices slices = new TopicSlices(records, slice);
      while (slices.hasNext()) {
        take(slices.next());
        if (hasPassed(PROGRESS) && hasPassed(cost.multipliedBy(WORK_TO_SHOW))) {
          publish();
        }
      }
      if (taken) {
        publish();
      }
    } finally {
      busy.unlock();
    }
  }

  /** There are no records; readers are told so from time to time. */
  void idle() throws IOException {
    if (busy.tryLock()) {
      try {
        if (hasPassed(HEARTBEAT)) {
          publish();
        }
      } finally {
        busy.unlock();
      }
    }
  }

  /** Waits until no batch is being worked on; false when that takes longer. */
  boolean awaitQuiet(Duration limit) throws InterruptedException {
    boolean quiet = busy.tryLock(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (quiet) {
      busy.unlock();
    }
    return quiet;
  }

  /** The newest poll of each contract that was ever seen. */
  Map<String, Instant> newestByContract() {
    busy.lock();
    try {
      return state.newestByContract();
    } finally {
      busy.unlock();
    }
  }

  /** Since the last publication; a clock that was set back makes nobody wait until it is there. */
  private boolean hasPassed(Duration pause) {
    return Duration.between(published, clock.instant()).abs().compareTo(pause) >= 0;
  }

  private void take(TopicSlice records) throws IOException {
    DecodedSlice decoded = state.take(records);
    if (!decoded.unreadable().isEmpty()) {
      LOG.warn(
          "{} records can't be read, the first is {}",
          decoded.unreadable().size(),
          decoded.unreadable().getFirst());
    }
    recent.write(records, decoded.observations());
    taken = true;
    observations |= !decoded.observations().isEmpty();
  }

  private void publish() throws IOException {
    Instant now = clock.instant();
    long number = live.next();
    PipelineFacts facts = state.facts(now, number, reach.list());
    if (observations || !live.hasStations()) {
      recent.publish(number, now);
      live.publish(state.listPresent(), state.listRest(), facts);
    } else {
      live.publish(facts);
    }
    published = clock.instant();
    cost = Duration.between(now, published).abs();
    taken = false;
    observations = false;
    health.published(facts);
  }
}
