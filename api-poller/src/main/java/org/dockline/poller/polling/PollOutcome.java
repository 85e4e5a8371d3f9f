package org.dockline.poller.polling;

import java.time.Duration;
import org.dockline.station.PollReport;
import org.jspecify.annotations.Nullable;

/**
 * How one poll ended.
 *
 * @param report what {@code polls_topic} is told; null when nobody was asked
 * @param sent observations delivered
 * @param rejected things rejected in the answer, sent again or not
 * @param unavailable whether the provider had no usable answer, so that asking should slow down
 * @param retryAfter the least time that the provider wants to be left alone; null when it does not
 *     say
 * @param undelivered why the topics did not take it; null when they did
 * @param reportsLost reports given up because too many were waiting
 */
public record PollOutcome(
    @Nullable PollReport report,
    int sent,
    int rejected,
    boolean unavailable,
    @Nullable Duration retryAfter,
    @Nullable String undelivered,
    int reportsLost) {

  /** Whether the feed answered and all of it arrived. */
  public boolean succeeded() {
    return undelivered == null && (report == null || report.succeeded());
  }
}
