package org.dockline.warehouse;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a load has come: one run of the program, with as many contract-days as it loads.
 *
 * @param loadId names the load; unique
 * @param what was asked for, for people: {@code all that is due}, {@code 2026-03-29 lyon}
 * @param startedAt when it began
 * @param notedAt when this was noted; a load that runs says so at least every {@link #SILENT_AFTER}
 * @param status how it stands
 * @param daysDone contract-days that are loaded
 * @param daysFailed contract-days that could not be
 * @param daysTotal contract-days known to be loaded in all
 * @param rowsRead records read for the days done
 * @param rowsLoaded rows written for the days done
 * @param error one sentence; null when nothing went wrong
 */
public record LoadProgress(
    String loadId,
    String what,
    Instant startedAt,
    Instant notedAt,
    Status status,
    int daysDone,
    int daysFailed,
    int daysTotal,
    long rowsRead,
    long rowsLoaded,
    @Nullable String error) {

  /** A load that said nothing for this long is taken for dead. */
  public static final Duration SILENT_AFTER = Duration.ofMinutes(5);

  /** How a load stands. */
  public enum Status {
    /** It works. */
    RUNNING,
    /** It ended; every day is in. */
    LOADED,
    /** It ended; a day is not in. */
    FAILED,
    /** It ended without a word: its process was killed, or its machine went down. */
    DIED;

    /** Whether the load is over. */
    public boolean ended() {
      return this != RUNNING;
    }
  }

  /** The same as it looks at {@code now}: running only if it said so lately. */
  public LoadProgress asOf(Instant now) {
    boolean silent = notedAt.plus(SILENT_AFTER).isBefore(now);
    return status == Status.RUNNING && silent ? died() : this;
  }

  /** The same, ended without a word. */
  public LoadProgress died() {
    return new LoadProgress(
        loadId,
        what,
        startedAt,
        notedAt,
        Status.DIED,
        daysDone,
        daysFailed,
        daysTotal,
        rowsRead,
        rowsLoaded,
        error);
  }
}
