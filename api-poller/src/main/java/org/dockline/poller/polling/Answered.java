package org.dockline.poller.polling;

import java.time.Instant;
import org.dockline.station.PollReport;
import org.jspecify.annotations.Nullable;

/** An answer with what it changes; null exchange: nobody was asked. */
record Answered(
    @Nullable Exchange exchange,
    Instant polledAt,
    Changes changes,
    @Nullable String error,
    boolean notModified) {

  /**
   * The report of this poll.
   *
   * @param feed that was asked
   * @param undelivered why its records did not arrive; null when they do with the report
   */
  @Nullable PollReport report(StationFeed feed, @Nullable String undelivered) {
    if (exchange == null) {
      return null;
    }
    Standing standing = feed.standing();
    return new PollReport(
        exchange.source(),
        feed.scope(),
        polledAt,
        exchange.latency(),
        exchange.httpStatus(),
        exchange.bytes(),
        changes.stations(),
        undelivered == null ? changes.observations().size() : 0,
        changes.rejected(),
        error == null && undelivered != null ? "not delivered: " + undelivered : error,
        notModified,
        exchange.simulated(),
        standing.standsInFor(),
        standing.contracts(),
        standing.attribution());
  }
}
