package org.dockline.batch.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * When to load next. A load that failed is tried again, each time after twice the wait, until the
 * schedule comes round again.
 *
 * @param cron the schedule
 * @param alsoEvery how long after a load to look for due days again; zero: not before the schedule
 */
public record Timetable(CronTimes cron, Duration alsoEvery) {

  static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  /** After a load that did all that could be done. */
  Instant afterSuccess(Instant now) {
    Instant scheduled = cron.after(now);
    return alsoEvery.isZero() ? scheduled : earlier(scheduled, now.plus(alsoEvery));
  }

  /**
   * After a load that failed.
   *
   * @param failures how many have failed in a row, at least 1
   */
  Instant afterFailure(Instant now, int failures) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, 10));
    Instant again = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    return earlier(again, cron.after(now));
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
