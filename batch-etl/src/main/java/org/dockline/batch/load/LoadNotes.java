package org.dockline.batch.load;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.dockline.warehouse.LoadJournal;
import org.dockline.warehouse.LoadProgress;
import org.dockline.warehouse.LoadProgress.Status;
import org.dockline.warehouse.WarehouseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in the warehouse how far the load is. Safe for use by several threads. */
final class LoadNotes {
  private static final Logger LOG = LoggerFactory.getLogger(LoadNotes.class);
  private static final Duration SAID_EVERY = LoadProgress.SILENT_AFTER.dividedBy(5);

  private final LoadJournal journal;
  private final Clock clock;
  private LoadProgress last;

  LoadNotes(LoadJournal journal, String loadId, String what, Clock clock) {
    this.journal = journal;
    this.clock = clock;
    Instant now = clock.instant();
    this.last = new LoadProgress(loadId, what, now, now, Status.RUNNING, 0, 0, 0, 0, 0, null);
  }

  synchronized void begin(int days) {
    more(days);
    note(Status.RUNNING, null);
  }

  /** So many more days are to be loaded. */
  synchronized void more(int days) {
    LoadProgress l = last;
    last = of(l, l.status(), l.daysDone(), l.daysFailed(), l.daysTotal() + days, l.error());
  }

  synchronized void day(LoadOutcome outcome) {
    take(outcome);
    note(Status.RUNNING, null);
  }

  /** Work goes on. */
  synchronized void alive() {
    if (!clock.instant().isBefore(last.notedAt().plus(SAID_EVERY))) {
      note(Status.RUNNING, null);
    }
  }

  /** It is over; {@code error} is null when nothing went wrong. */
  synchronized void end(LoadOutcome outcome, @Nullable String error) {
    take(outcome);
    note(error == null && outcome.failed() == 0 ? Status.LOADED : Status.FAILED, error);
  }

  private void take(LoadOutcome o) {
    LoadProgress l = last;
    last =
        new LoadProgress(
            l.loadId(),
            l.what(),
            l.startedAt(),
            l.notedAt(),
            l.status(),
            o.loaded(),
            o.failed(),
            l.daysTotal(),
            o.rowsRead(),
            o.rowsLoaded(),
            l.error());
  }

  private LoadProgress of(
      LoadProgress l, Status status, int done, int failed, int total, @Nullable String error) {
    return new LoadProgress(
        l.loadId(),
        l.what(),
        l.startedAt(),
        clock.instant(),
        status,
        done,
        failed,
        total,
        l.rowsRead(),
        l.rowsLoaded(),
        error);
  }

  private void note(Status status, @Nullable String error) {
    last = of(last, status, last.daysDone(), last.daysFailed(), last.daysTotal(), error);
    try {
      journal.noteProgress(last);
    } catch (WarehouseException e) {
      LOG.warn("The progress of {} could not be noted: {}", last.loadId(), e.getMessage());
    }
  }
}
