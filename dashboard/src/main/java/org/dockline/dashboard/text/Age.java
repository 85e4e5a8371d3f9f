package org.dockline.dashboard.text;

import java.time.Duration;
import java.util.Locale;

/**
 * How long ago, as people say it. The browser's ago.js says it by the same steps while time passes.
 *
 * @param count how many
 * @param unit of what
 */
public record Age(long count, Unit unit) {

  /** The units of ages. */
  public enum Unit {
    /** Up to a minute. */
    SECONDS,
    /** Up to an hour. */
    MINUTES,
    /** Up to two days. */
    HOURS,
    /** Longer. */
    DAYS;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Coarsely, rounded down; what lies ahead is no age yet. */
  public static Age of(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 60) {
      return new Age(seconds, Unit.SECONDS);
    }
    if (seconds < 3_600) {
      return new Age(seconds / 60, Unit.MINUTES);
    }
    return seconds < 2 * 86_400
        ? new Age(seconds / 3_600, Unit.HOURS)
        : new Age(seconds / 86_400, Unit.DAYS);
  }
}
