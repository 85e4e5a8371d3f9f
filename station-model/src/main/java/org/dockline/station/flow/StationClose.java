package org.dockline.station.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a station at the end of an interval: all that the next one needs, so that a
 * long time computed in pieces equals the same time computed at once.
 *
 * @param last the last accepted observation; null before the first
 * @param lastKnown the last accepted one whose bikes were known; null before the first
 * @param newestReport the newest comparable report so far, by which stale copies are told; null
 *     before the first
 */
public record StationClose(
    @Nullable TimedObservation last,
    @Nullable TimedObservation lastKnown,
    @Nullable Instant newestReport) {

  /** Nothing was ever seen. */
  public static final StationClose NOTHING = new StationClose(null, null, null);
}
