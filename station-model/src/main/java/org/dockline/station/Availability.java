package org.dockline.station;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an observation lets us say about bikes and docks: known counts, or why not. */
public sealed interface Availability {

  /**
   * Bikes are known.
   *
   * @param bikes bikes that can be rented, not negative
   * @param docks free docks, or null where the system does not count docks
   */
  record Known(int bikes, @Nullable Integer docks) implements Availability {

    /** No bike is left. */
    public boolean empty() {
      return bikes == 0;
    }

    /** No dock is left; false where docks are unknown. */
    public boolean full() {
      return docks != null && docks == 0;
    }

    /**
     * bikes / (bikes + docks).
     *
     * @return null where docks are unknown
     */
    public @Nullable Double occupancy() {
      return docks == null || bikes + docks == 0 ? null : (double) bikes / (bikes + docks);
    }
  }

  /** Nothing is known, for that reason. */
  record Unknown(Reason reason) implements Availability {}

  /** Why nothing is known. */
  enum Reason {
    /** The station is closed; this time is counted apart from unknown time. */
    CLOSED,
    /** The provider says neither open nor closed. */
    STATUS_UNKNOWN,
    /** The station has lost its line. */
    NOT_CONNECTED,
    /** Open with neither a bike nor a dock: a defect, not an empty station. */
    NO_BIKES_AND_NO_DOCKS,
    /** The provider does not say how many bikes there are. */
    NO_COUNT,
    /** A heartbeat source without a time of report. */
    NEVER_REPORTED,
    /** The station's heartbeat is more than 30 minutes old. */
    STATION_SILENT,
    /** The whole feed has not been renewed for more than 30 minutes. */
    FEED_STALE,
    /** The station has left its feed. */
    GONE
  }

  /** Judges an observation by itself; it holds until {@link ObservationTime#vouchesUntil}. */
  static Availability of(StationObservation o) {
    Reason reason = unknownBecause(o);
    if (reason != null) {
      return new Unknown(reason);
    }
    Integer bikes = o.counts().bikes();
    return bikes == null ? new Unknown(Reason.NO_COUNT) : new Known(bikes, o.counts().docks());
  }

  /**
   * Judges an observation at a later moment: beyond what its poll vouches for nothing is known.
   *
   * @return {@link Reason#STATION_SILENT} when the observation is too old at {@code now}
   */
  static Availability at(StationObservation o, Instant now) {
    Availability availability = of(o);
    return availability instanceof Known
            && !now.isBefore(ObservationTime.vouchesUntil(o.polledAt()))
        ? new Unknown(Reason.STATION_SILENT)
        : availability;
  }

  private static @Nullable Reason unknownBecause(StationObservation o) {
    if (!o.present()) {
      return Reason.GONE;
    }
    return switch (o.status()) {
      case CLOSED -> Reason.CLOSED;
      case UNKNOWN -> Reason.STATUS_UNKNOWN;
      case OPEN -> openButUnknownBecause(o);
    };
  }

  private static @Nullable Reason openButUnknownBecause(StationObservation o) {
    if (Boolean.FALSE.equals(o.flags().connected())) {
      return Reason.NOT_CONNECTED;
    }
    if (isZero(o.counts().bikes()) && isZero(o.counts().docks())) {
      return Reason.NO_BIKES_AND_NO_DOCKS;
    }
    Instant reported = o.reportedAt();
    if (!o.source().heartbeat()) {
      return ObservationTime.feedStale(o.feedUpdatedAt(), o.polledAt()) ? Reason.FEED_STALE : null;
    }
    if (reported == null) {
      return Reason.NEVER_REPORTED;
    }
    return ObservationTime.silent(reported, o.polledAt()) ? Reason.STATION_SILENT : null;
  }

  private static boolean isZero(@Nullable Integer count) {
    return count != null && count == 0;
  }
}
