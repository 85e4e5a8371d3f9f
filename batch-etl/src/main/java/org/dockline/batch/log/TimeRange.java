package org.dockline.batch.log;

import java.time.Instant;

/**
 * A run of time.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record TimeRange(Instant from, Instant to) {

  /** Whether that moment, in ms since the epoch, lies in it. */
  public boolean contains(long millis) {
    return millis >= from.toEpochMilli() && millis < to.toEpochMilli();
  }

  /** Whether anything between these moments, both inclusive and in ms, may lie in it. */
  public boolean overlaps(long first, long last) {
    return last >= from.toEpochMilli() && first < to.toEpochMilli();
  }
}
