package org.dockline.batch.schedule;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads everything due at once, then whenever the timetable says so, until it is stopped. */
public final class ScheduleLoop {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduleLoop.class);

  private final Loader loader;
  private final Timetable timetable;
  private final Pause pause;
  private final Clock clock;
  private final ScheduleState state;

  /** Tells {@code state} what it does. */
  public ScheduleLoop(
      Loader loader, Timetable timetable, Pause pause, Clock clock, ScheduleState state) {
    this.loader = loader;
    this.timetable = timetable;
    this.pause = pause;
    this.clock = clock;
    this.state = state;
  }

  /** Runs until the pause is stopped. */
  public void run() throws InterruptedException {
    int failures = 0;
    boolean goOn = !pause.isStopped();
    while (goOn) {
      state.begin(clock.instant());
      LoadReport report = loader.load();
      if (pause.isStopped()) {
        return;
      }
      failures = report.ending().worthRetrying() ? failures + 1 : 0;
      Instant next = next(failures);
      state.end(clock.instant(), report, failures, next);
      LOG.info("The load ended: {}, days loaded: {}", report.ending(), report.daysLoaded());
      LOG.info("The next load begins at {}", next);
      goOn = pause.until(next);
    }
  }

  private Instant next(int failures) {
    Instant now = clock.instant();
    return failures == 0 ? timetable.afterSuccess(now) : timetable.afterFailure(now, failures);
  }
}
