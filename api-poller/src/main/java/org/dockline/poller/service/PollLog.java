package org.dockline.poller.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.dockline.poller.polling.PollOutcome;
import org.dockline.station.PollReport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each poll. A trouble is a warning when it is new, then a line like any other. */
final class PollLog {

  private static final Logger LOG = LoggerFactory.getLogger(PollLog.class);

  private final String feed;
  private @Nullable String trouble;

  PollLog(String feed) {
    this.feed = feed;
  }

  void polled(PollOutcome outcome, FeedStatus status, Instant polledAt, Instant next) {
    if (outcome.reportsLost() > 0) {
      LOG.warn(
          "{}: {} poll report(s) given up: too many wait for Kafka", feed, outcome.reportsLost());
    }
    PollReport report = outcome.report();
    if (status.problem() != null) {
      failed(status.problem(), status.failuresInRow(), Duration.between(polledAt, next));
    } else if (report != null) {
      recovered();
      LOG.info(
          "{}: {} stations, {} sent, {} rejected, {} ms{}",
          feed,
          report.stations(),
          outcome.sent(),
          outcome.rejected(),
          report.latency().toMillis(),
          report.notModified() ? ", not modified" : "");
    }
  }

  private void failed(String problem, int inRow, Duration pause) {
    if (problem.equals(trouble)) {
      LOG.info("{}: failed, {} in a row, next in {} s", feed, inRow, pause.toSeconds());
    } else {
      LOG.warn("{}: {}; next in {} s", feed, problem, pause.toSeconds());
    }
    trouble = problem;
  }

  private void recovered() {
    if (trouble != null) {
      LOG.info("{}: well again after: {}", feed, Objects.requireNonNull(trouble));
      trouble = null;
    }
  }
}
