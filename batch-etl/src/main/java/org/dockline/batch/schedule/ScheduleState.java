package org.dockline.batch.schedule;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dockline.batch.load.LoadEnding;
import org.dockline.station.service.Health;
import org.jspecify.annotations.Nullable;

/** What the schedule has done and will do, for the health endpoint. Safe for several threads. */
public final class ScheduleState {

  /** A load may fail now and then, while Kafka or the warehouse restart. */
  private static final int FAILURES_TO_WORRY = 3;

  private @Nullable Instant runningSince;
  private @Nullable Instant lastEnded;
  private @Nullable Instant lastSuccess;
  private @Nullable Instant next;
  private @Nullable LoadEnding lastEnding;
  private int failures;
  private long runs;
  private long daysLoaded;

  synchronized void begin(Instant now) {
    runningSince = now;
    next = null;
  }

  synchronized void end(Instant now, LoadReport report, int failuresInARow, Instant nextRun) {
    runningSince = null;
    lastEnded = now;
    lastEnding = report.ending();
    lastSuccess = report.ending().worthRetrying() ? lastSuccess : now;
    failures = failuresInARow;
    next = nextRun;
    runs++;
    daysLoaded += report.daysLoaded();
  }

  /** Up until three loads in a row have failed. */
  public synchronized Health health() {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("now", runningSince == null ? "waiting" : "loading since " + runningSince);
    details.put("nextRun", next == null ? "-" : next.toString());
    details.put("lastRun", lastEnded == null ? "-" : lastEnded.toString());
    details.put("lastResult", lastEnding == null ? "-" : lastEnding.name());
    details.put("daysLoaded", Long.toString(daysLoaded));
    return new Health(failures < FAILURES_TO_WORRY, details);
  }

  /** For Prometheus. */
  public synchronized String metrics() {
    return """
        # HELP dockline_batch_runs_total Loads since the service started.
        # TYPE dockline_batch_runs_total counter
        dockline_batch_runs_total %d
        # HELP dockline_batch_days_loaded_total Contract-days loaded since the service started.
        # TYPE dockline_batch_days_loaded_total counter
        dockline_batch_days_loaded_total %d
        # HELP dockline_batch_failures_in_a_row Loads that failed since the last one that did not.
        # TYPE dockline_batch_failures_in_a_row gauge
        dockline_batch_failures_in_a_row %d
        # HELP dockline_batch_last_success_seconds When a load last did all that could be done (epoch).
        # TYPE dockline_batch_last_success_seconds gauge
        dockline_batch_last_success_seconds %d
        """
        .formatted(
            runs, daysLoaded, failures, lastSuccess == null ? 0 : lastSuccess.getEpochSecond());
  }
}
