package org.dockline.station;

import java.time.Instant;

/**
 * A time of which a log has lost records: what was polled in it may be there or not.
 *
 * @param from {@link Instant#MIN} when the log lacks its beginning
 * @param to the first moment after it of which the log tells again, itself in doubt
 */
public record LogGap(Instant from, Instant to) {

  /** Rejects an end before the beginning. */
  public LogGap {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("A gap runs forwards, but was: " + from + " to " + to);
    }
  }

  /** Everything before a log's first record that is left. */
  public static LogGap before(Instant to) {
    return new LogGap(Instant.MIN, to);
  }

  /** Between two moments, in whatever order. */
  public static LogGap between(Instant a, Instant b) {
    return a.isBefore(b) ? new LogGap(a, b) : new LogGap(b, a);
  }

  /** Whether it is the beginning that is lacking. */
  public boolean isBeginning() {
    return from.equals(Instant.MIN);
  }

  /** Whether polls that tell of that day may be lost. */
  public boolean touches(ContractDay day) {
    return from.isBefore(day.settledAt()) && !to.isBefore(day.polledFrom());
  }
}
