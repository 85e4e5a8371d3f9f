package org.dockline.poller.service;

import java.time.Instant;
import org.dockline.poller.polling.PollOutcome;
import org.dockline.station.PollReport;
import org.jspecify.annotations.Nullable;

/**
 * How a feed has been doing since the process started.
 *
 * @param lastPoll when it was polled last; null before the first time
 * @param lastSuccess when that succeeded last, delivery included; null when never
 * @param failuresInRow since the last success
 * @param polls in all
 * @param failures in all
 * @param sent observations delivered
 * @param unchanged stations that were polled and had nothing new to send
 * @param rejected things rejected, each time they came
 * @param problem why the last poll failed; null when it did not
 */
public record FeedStatus(
    @Nullable Instant lastPoll,
    @Nullable Instant lastSuccess,
    int failuresInRow,
    long polls,
    long failures,
    long sent,
    long unchanged,
    long rejected,
    @Nullable String problem) {

  /** Before the first poll. */
  static final FeedStatus NEW = new FeedStatus(null, null, 0, 0, 0, 0, 0, 0, null);

  FeedStatus after(Instant polledAt, PollOutcome outcome) {
    boolean good = outcome.succeeded();
    return new FeedStatus(
        polledAt,
        good ? polledAt : lastSuccess,
        good ? 0 : failuresInRow + 1,
        polls + 1,
        failures + (good ? 0 : 1),
        sent + outcome.sent(),
        unchanged + unchanged(outcome),
        rejected + outcome.rejected(),
        good ? null : problem(outcome));
  }

  static int unchanged(PollOutcome outcome) {
    PollReport report = outcome.report();
    return report == null || outcome.undelivered() != null
        ? 0
        : Math.max(0, report.stations() - outcome.sent());
  }

  private static @Nullable String problem(PollOutcome outcome) {
    PollReport report = outcome.report();
    if (report != null && report.error() != null) {
      return report.error();
    }
    return outcome.undelivered() == null ? null : "not delivered: " + outcome.undelivered();
  }
}
