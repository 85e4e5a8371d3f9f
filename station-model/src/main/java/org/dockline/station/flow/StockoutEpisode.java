package org.dockline.station.flow;

import java.time.Duration;
import java.time.Instant;
import org.dockline.station.StationKey;

/**
 * A maximal run of known time in which a station was empty, or full. Unknown and closed time end
 * it.
 *
 * @param key the station
 * @param kind empty or full
 * @param start inclusive
 * @param end exclusive
 * @param continuesBefore it was already so right before the interval it was looked for in
 * @param continuesAfter it was still so at the end of that interval
 */
public record StockoutEpisode(
    StationKey key,
    Kind kind,
    Instant start,
    Instant end,
    boolean continuesBefore,
    boolean continuesAfter) {

  /** What ran out. */
  public enum Kind {
    /** No bikes. */
    EMPTY,
    /** No free docks. */
    FULL
  }

  /** How long it lasted within the interval. */
  public Duration duration() {
    return Duration.between(start, end);
  }
}
