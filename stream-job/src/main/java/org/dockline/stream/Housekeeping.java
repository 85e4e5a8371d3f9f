package org.dockline.stream;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.stream.recent.Compactor;
import org.dockline.stream.recent.Expiry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the snapshot folder small, beside the batches: merges, drops and sweeps. */
final class Housekeeping implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private static final Duration PAUSE = Duration.ofSeconds(20);
  private static final Duration HOUR = Duration.ofHours(1);

  /** A start is busy enough. */
  private static final Duration CALM_START = Duration.ofMinutes(10);

  private static final Duration END_LIMIT = Duration.ofSeconds(5);

  private final Recovery.Start begun;
  private final Compactor compactor;
  private final Expiry expiry;
  private final Sweep sweep;
  private final Supplier<Map<String, Instant>> newestByContract;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("housekeeping").factory());
  private Instant nextHourly;

  Housekeeping(
      SnapshotFolder folder,
      Sweep sweep,
      Recovery.Start start,
      Supplier<Map<String, Instant>> newestByContract,
      Clock clock) {
    this.begun = start;
    this.compactor = new Compactor(folder, start.recent(), clock);
    this.expiry = new Expiry(folder, start.recent(), clock);
    this.sweep = sweep;
    this.newestByContract = newestByContract;
    this.clock = clock;
    this.nextHourly = clock.instant().plus(CALM_START);
  }

  /** Begins to look after the folder from time to time. */
  Housekeeping start() {
    var unused =
        thread.scheduleWithFixedDelay(
            this::tryOnce, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /** Does what is due now. */
  void once() throws IOException {
    Instant now = clock.instant();
    compactor.urgent();
    if (isHourlyDue(now)) {
      compactor.hourly();
      expiry.run(newestByContract.get());
      nextHourly = now.plus(HOUR);
    }
    sweep.run(begun, now);
  }

  /** A clock that was set back makes nothing wait for longer than an hour. */
  private boolean isHourlyDue(Instant now) {
    return !now.isBefore(nextHourly) || now.isBefore(nextHourly.minus(HOUR));
  }

  /** Ends; a merge that is half done leaves an unfinished file that a later sweep removes. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("Housekeeping does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryOnce() {
    try {
      once();
    } catch (IOException | RuntimeException e) {
      // The files are as valid as before; what could not be done is due again next time.
      if (!thread.isShutdown()) {
        LOG.warn("Housekeeping could not finish: {}", e.toString());
      }
    }
  }
}
