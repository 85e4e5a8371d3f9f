package org.dockline.batch.notify;

import java.time.Duration;

/**
 * How often to try, and how long to wait between: each time twice as long.
 *
 * @param most at least 1
 * @param firstWait after the first failure
 * @param longestWait never longer
 */
public record Tries(int most, Duration firstWait, Duration longestWait) {

  /** For a quarter of an hour, about. */
  public static final Tries USUAL = new Tries(10, Duration.ofSeconds(2), Duration.ofMinutes(3));

  Duration waitAfter(int failures) {
    Duration wait = firstWait.multipliedBy(1L << Math.min(failures - 1, 20));
    return wait.compareTo(longestWait) < 0 ? wait : longestWait;
  }
}
