package org.dockline.poller.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.dockline.poller.polling.PollOutcome;
import org.dockline.station.PollReport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each poll; a trouble is a warning besides, once when it is new. */
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
    if (status.problem() != null) {
      failed(status.problem(), Duration.between(polledAt, next));
    } else if (outcome.report() != null) {
      recovered();
    }
    if (outcome.report() != null) {
      line(outcome.report(), outcome, status);
    }
  }

  /** In a form that programs read, too: name=value. */
  private void line(PollReport r, PollOutcome outcome, FeedStatus status) {
    LOG.info(
        "poll feed=\"{}\" source={} contract={} outcome={} http={} stations={} sent={} unchanged={}"
            + " rejected={} bytes={} latency_ms={} failures_in_row={}",
        feed,
        r.source(),
        r.contract(),
        status.problem() != null ? "failed" : r.notModified() ? "not-modified" : "ok",
        Objects.requireNonNullElse(r.httpStatus(), 0),
        r.stations(),
        outcome.sent(),
        FeedStatus.unchanged(outcome),
        outcome.rejected(),
        r.bytes(),
        r.latency().toMillis(),
        status.failuresInRow());
  }

  private void failed(String problem, Duration pause) {
    if (!problem.equals(trouble)) {
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
