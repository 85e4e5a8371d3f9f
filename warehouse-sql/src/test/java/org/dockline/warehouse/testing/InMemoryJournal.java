package org.dockline.warehouse.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dockline.warehouse.LoadJournal;
import org.dockline.warehouse.LoadLock;
import org.dockline.warehouse.LoadProgress;
import org.dockline.warehouse.LoadRun;
import org.dockline.warehouse.WarehouseException;

/** What is noted of loads, in memory. */
final class InMemoryJournal implements LoadJournal {

  private final Clock clock;
  private final Runnable discardAbandoned;
  private final Semaphore right = new Semaphore(1);
  private final List<LoadRun> runs = new ArrayList<>();
  private final Map<String, LoadProgress> progress = new TreeMap<>();
  private volatile String holder = "";

  /** {@code discardAbandoned} is run by whoever gets the right to load. */
  InMemoryJournal(Clock clock, Runnable discardAbandoned) {
    this.clock = clock;
    this.discardAbandoned = discardAbandoned;
  }

  @Override
  public LoadLock lock(String who, Duration patience) {
    if (!acquired(patience)) {
      throw new WarehouseException("Another load holds the warehouse (" + holder + ")");
    }
    holder = who + ", since " + clock.instant();
    bury();
    discardAbandoned.run();
    return new Lock();
  }

  private boolean acquired(Duration patience) {
    try {
      return right.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized void bury() {
    progress.replaceAll(
        (id, noted) -> noted.status() == LoadProgress.Status.RUNNING ? noted.died() : noted);
  }

  @Override
  public synchronized void noteProgress(LoadProgress noted) {
    progress.put(noted.loadId(), noted);
  }

  @Override
  public synchronized List<LoadProgress> listProgress(int limit) {
    Instant now = clock.instant();
    return progress.values().stream()
        .sorted(
            Comparator.comparing(LoadProgress::startedAt)
                .thenComparing(LoadProgress::loadId)
                .reversed())
        .limit(limit)
        .map(noted -> noted.asOf(now))
        .toList();
  }

  @Override
  public synchronized void recordRun(LoadRun run) {
    runs.addFirst(run);
  }

  @Override
  public synchronized List<LoadRun> listRuns(int limit) {
    return List.copyOf(runs.subList(0, Math.min(limit, runs.size())));
  }

  private final class Lock implements LoadLock {
    private boolean held = true;

    @Override
    public synchronized boolean isHeld() {
      return held;
    }

    @Override
    public synchronized void close() {
      if (held) {
        held = false;
        right.release();
      }
    }
  }
}
