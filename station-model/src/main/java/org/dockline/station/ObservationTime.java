package org.dockline.station;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which clock to believe: the one home of every rule about times of observations. */
public final class ObservationTime {

  /** A report older than this at its poll does not tell when the facts were seen. */
  public static final Duration BELIEVED_AGE = Duration.ofMinutes(15);

  /** A report may be this far ahead of our clock. */
  public static final Duration BELIEVED_LEAD = Duration.ofMinutes(1);

  /** An observation vouches for its station this long after its poll. */
  public static final Duration VOUCHES = Duration.ofMinutes(15);

  /** A heartbeat older than this at its poll means that the station is silent. */
  public static final Duration SILENCE = Duration.ofMinutes(30);

  /** A station that was silent for longer than this is no longer carried from day to day. */
  public static final Duration REMEMBERED = Duration.ofDays(7);

  /** The first JCDecaux system of this kind opened in May 2005: no report can be older. */
  private static final Instant FIRST_POSSIBLE = Instant.parse("2005-01-01T00:00:00Z");

  private static final Duration FAR_FUTURE = Duration.ofDays(1);

  private ObservationTime() {}

  /**
   * When the facts were seen: the report's own time when it lies in [poll - 15 min, poll + 1 min],
   * else the time of the poll.
   *
   * @param reportedAt null when the provider did not say
   */
  public static Instant observedAt(@Nullable Instant reportedAt, Instant polledAt) {
    return reportedAt != null
            && !reportedAt.isBefore(polledAt.minus(BELIEVED_AGE))
            && !reportedAt.isAfter(polledAt.plus(BELIEVED_LEAD))
        ? reportedAt
        : polledAt;
  }

  /** Whether a provider's time can be one at all: not 1970, not negative, not a day ahead. */
  public static boolean possible(Instant reportedAt, Instant polledAt) {
    return !reportedAt.isBefore(FIRST_POSSIBLE) && !reportedAt.isAfter(polledAt.plus(FAR_FUTURE));
  }

  /** The end (exclusive) of what a poll can vouch for. */
  public static Instant vouchesUntil(Instant polledAt) {
    return polledAt.plus(VOUCHES);
  }

  /** Whether a heartbeat is too old at its poll to say anything. */
  public static boolean silent(Instant reportedAt, Instant polledAt) {
    return reportedAt.isBefore(polledAt.minus(SILENCE));
  }

  /** Whether a GBFS feed file had not been renewed for too long when it was polled. */
  public static boolean feedStale(@Nullable Instant feedUpdatedAt, Instant polledAt) {
    return feedUpdatedAt != null && feedUpdatedAt.isBefore(polledAt.minus(SILENCE));
  }

  /**
   * The report's time where it may be compared with other reports of the station, to tell a stale
   * copy from a newer answer: heartbeat sources only, and not ahead of our clock (a clock that ran
   * ahead once would make every later answer look stale). Null otherwise.
   */
  public static @Nullable Instant comparableReport(StationObservation o) {
    Instant reported = o.reportedAt();
    return reported != null
            && o.source().heartbeat()
            && !reported.isAfter(o.polledAt().plus(BELIEVED_LEAD))
        ? reported
        : null;
  }
}
