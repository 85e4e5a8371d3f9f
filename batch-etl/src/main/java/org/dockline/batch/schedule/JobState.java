package org.dockline.batch.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one job has done since the service started. */
final class JobState {

  /** A job may fail now and then, while Kafka or the warehouse restart. */
  private static final int FAILURES_TO_WORRY = 3;

  private @Nullable Instant runningSince;
  private @Nullable JobEnd last;
  private @Nullable Instant lastSuccess;
  private @Nullable Long hoursDiffering;
  private long runs;
  private long daysLoaded;

  void begin(Instant at) {
    runningSince = at;
  }

  void end(JobEnd end) {
    runningSince = null;
    last = end;
    lastSuccess = end.failures() > 0 ? lastSuccess : end.at();
    Long differing = end.report().summary().hoursDiffering();
    hoursDiffering = differing == null ? hoursDiffering : differing;
    runs++;
    daysLoaded += end.report().summary().daysLoaded();
  }

  boolean isWorrying() {
    return failures() >= FAILURES_TO_WORRY;
  }

  /** For people. */
  String sentence() {
    String past =
        last == null
            ? "never run"
            : "%s at %s, %d days loaded".formatted(last.report().ending(), last.at(), daysLoaded);
    if (runningSince != null) {
      return past + ", running since " + runningSince;
    }
    return last == null ? past : past + ", next at " + last.next();
  }

  long runs() {
    return runs;
  }

  long daysLoaded() {
    return daysLoaded;
  }

  int failures() {
    return last == null ? 0 : last.failures();
  }

  long lastSuccessSeconds() {
    return lastSuccess == null ? 0 : lastSuccess.getEpochSecond();
  }

  /** Of the last run that compared any; null before. */
  @Nullable Long hoursDiffering() {
    return hoursDiffering;
  }
}
