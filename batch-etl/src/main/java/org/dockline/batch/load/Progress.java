package org.dockline.batch.load;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a load is, in words. Safe for use by several threads.
 *
 * <p>Each row is read once and staged once; that is nearly all the work, so the rate and the time
 * left are taken from it.
 */
public final class Progress {

  private static final Duration SAID_EVERY = Duration.ofSeconds(5);

  private final int days;
  private final long rows;
  private final Clock clock;
  private final Instant start;
  private Instant lastSaid;
  private int daysDone;
  private long read;
  private long staged;

  /** Begins now. */
  public Progress(int days, long rows, Clock clock) {
    this.days = days;
    this.rows = rows;
    this.clock = clock;
    this.start = clock.instant();
    this.lastSaid = start;
  }

  /** More rows went through; says something when nothing was said for a while. */
  public synchronized Optional<String> add(long moreRead, long moreStaged) {
    // Rows of neighbouring days are read too; they are no part of what was to be done.
    read = Math.min(rows, read + moreRead);
    staged = Math.min(rows, staged + moreStaged);
    Instant now = clock.instant();
    if (now.isBefore(lastSaid.plus(SAID_EVERY))) {
      return Optional.empty();
    }
    lastSaid = now;
    return Optional.of(line(now));
  }

  /** A contract-day is done, well or not. */
  public synchronized String dayDone() {
    daysDone++;
    lastSaid = clock.instant();
    return line(lastSaid);
  }

  private String line(Instant now) {
    double seconds = Math.max(0.001, Duration.between(start, now).toMillis() / 1_000.0);
    double rate = (read + staged) / 2.0 / seconds;
    double left = rows - (read + staged) / 2.0;
    String time = rate == 0 ? "unknown" : "%,d s".formatted(Math.round(left / rate));
    return "%d of %d contract-days, %,d read and %,d staged of %,d rows, %,d rows/s, time left %s"
        .formatted(daysDone, days, read, staged, rows, Math.round(rate), time);
  }
}
