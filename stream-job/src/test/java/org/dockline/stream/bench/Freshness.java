package org.dockline.stream.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.PipelineFacts.TopicProgress;
import org.dockline.stream.testing.SnapshotReading;

/** Watches the live pointer as a reader does, and notes how long each portion took to be seen. */
final class Freshness implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  private final SnapshotReading snapshots;
  private final String topic;
  private final StationsLoad load;
  private final List<Long> nanos = new ArrayList<>();
  private final Thread watcher;
  private volatile boolean closed;
  private volatile long readTo;

  Freshness(Path folder, String topic, StationsLoad load) {
    this.snapshots = new SnapshotReading(folder);
    this.topic = topic;
    this.load = load;
    this.watcher = Thread.ofPlatform().daemon().name("freshness").start(this::watch);
  }

  /** Up to which offset readers are shown. */
  long readTo() {
    return readTo;
  }

  private void watch() {
    long batch = -1;
    while (!closed) {
      try {
        if (snapshots.begun() && snapshots.pointer().batchId() != batch) {
          PipelineFacts facts = snapshots.facts();
          // What counts is when the stations can be read, not only that they are announced.
          int rows = snapshots.live().size();
          batch = facts.batchId();
          see(facts, rows);
        }
      } catch (NoSuchFileException e) {
        // Swept away between the pointer and the file; the next look finds a newer one.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private void see(PipelineFacts facts, int rows) {
    long now = System.nanoTime();
    readTo =
        facts.topics().stream()
            .filter(t -> t.topic().equals(topic) && rows > 0)
            .mapToLong(TopicProgress::readTo)
            .max()
            .orElse(0);
    for (var next = load.appended().peek(); next != null; next = load.appended().peek()) {
      if (next.offset() >= readTo) {
        return;
      }
      synchronized (nanos) {
        nanos.add(now - next.nanos());
      }
      load.appended().poll();
    }
  }

  /** Of all portions that were seen since the beginning, in seconds; NaN when there is none. */
  double percentile(double share) {
    synchronized (nanos) {
      if (nanos.isEmpty()) {
        return Double.NaN;
      }
      List<Long> sorted = nanos.stream().sorted().toList();
      int rank = (int) Math.ceil(share * sorted.size());
      return sorted.get(Math.max(0, rank - 1)) / 1e9;
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(watcher);
  }
}
