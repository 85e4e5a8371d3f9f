package org.dockline.station.flow;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The measures of one station over one interval. Conservation holds exactly wherever opening is
 * known: closing - opening = arrivals - departures + netUnobserved; and known + unknown + closed is
 * the interval's length, exactly.
 *
 * @param start inclusive
 * @param end exclusive
 * @param arrivals observed arrivals in bikes: a lower bound
 * @param departures observed departures in bikes, not negative: a lower bound
 * @param netUnobserved change of bikes across unknown time or a change of source
 * @param openingBikes last known bikes before the start, or the first known ones within; null when
 *     none
 * @param closingBikes last known bikes before the end; null when none
 * @param bikes least, time-weighted mean and most bikes over the known time; null without any
 * @param docks the same of free docks over the time they are known; null without any
 * @param meanBrokenDocks time-weighted mean of capacity - bikes - docks where not negative; null
 *     when never known
 * @param suspectedRebalancing number of jumps that may be a van's
 * @param empty known time without a bike
 * @param full known time without a free dock
 * @param unknown time nothing vouches for
 * @param closed time the station was closed
 * @param known time the bikes are known
 * @param capacity the last capacity seen up to the end; null when never
 */
public record Flows(
    Instant start,
    Instant end,
    int arrivals,
    int departures,
    int netUnobserved,
    @Nullable Integer openingBikes,
    @Nullable Integer closingBikes,
    @Nullable Range bikes,
    @Nullable Range docks,
    @Nullable Double meanBrokenDocks,
    int suspectedRebalancing,
    Duration empty,
    Duration full,
    Duration unknown,
    Duration closed,
    Duration known,
    @Nullable Integer capacity) {

  /**
   * Least, mean and most of a count.
   *
   * @param mean weighted by time
   */
  public record Range(int min, double mean, int max) {}

  /** Known time / length, 0..1. */
  public double coverage() {
    return (double) known.toMillis() / Duration.between(start, end).toMillis();
  }
}
