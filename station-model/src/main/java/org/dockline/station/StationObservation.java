package org.dockline.station;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What one poll said of one station. A {@code null} means that the provider did not say: unknown is
 * never zero.
 *
 * @param key the station
 * @param place where the station stands and what it is called
 * @param counts what stands in it
 * @param status open or closed
 * @param flags the yes-or-no facts
 * @param reportedAt the provider's own time of the facts; null when absent or impossible
 * @param feedUpdatedAt GBFS only: the feed file's own {@code last_updated}; null otherwise
 * @param polledAt when the answer was asked for: the time all order rests on
 * @param source the protocol it was read from
 * @param extra every field of the provider that has no name here, verbatim, as the text of one JSON
 *     object; null when there is none
 * @param present false in the one record that tells that the station has left its feed
 */
public record StationObservation(
    StationKey key,
    Place place,
    Counts counts,
    StationStatus status,
    Flags flags,
    @Nullable Instant reportedAt,
    @Nullable Instant feedUpdatedAt,
    Instant polledAt,
    Source source,
    @Nullable String extra,
    boolean present) {

  /** Times are kept in whole milliseconds, as they are written everywhere. */
  public StationObservation {
    reportedAt = reportedAt == null ? null : reportedAt.truncatedTo(ChronoUnit.MILLIS);
    feedUpdatedAt = feedUpdatedAt == null ? null : feedUpdatedAt.truncatedTo(ChronoUnit.MILLIS);
    polledAt = polledAt.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * The order in which a station's observations are taken: by time of polling; ties by source, then
   * by everything they say, so that any two runs break a tie alike.
   */
  public static final Comparator<StationObservation> ORDER =
      Comparator.comparing(StationObservation::polledAt)
          .thenComparing(StationObservation::source)
          .thenComparing(StationObservation::toString);

  /**
   * What a station is called, where it stands and how large it is.
   *
   * @param name the operator's name, verbatim
   * @param address verbatim; may be blank
   * @param latitude degrees north, WGS 84, -90..90
   * @param longitude degrees east, WGS 84, -180..180
   */
  public record Place(
      @Nullable String name,
      @Nullable String address,
      @Nullable Double latitude,
      @Nullable Double longitude) {}

  /**
   * What stands in a station, in pieces, none negative.
   *
   * @param capacity docks in all, working or not
   * @param bikes bikes that can be rented
   * @param docks free docks that work
   * @param mechanicalBikes those of {@code bikes} without a motor
   * @param electricalBikes those of {@code bikes} with a motor
   * @param bikesDisabled bikes that stand there and can't be rented
   * @param docksDisabled docks that do not work
   */
  public record Counts(
      @Nullable Integer capacity,
      @Nullable Integer bikes,
      @Nullable Integer docks,
      @Nullable Integer mechanicalBikes,
      @Nullable Integer electricalBikes,
      @Nullable Integer bikesDisabled,
      @Nullable Integer docksDisabled) {

    /** Nothing is known. */
    public static final Counts NONE = new Counts(null, null, null, null, null, null, null);

    /** Broken docks: capacity - bikes - docks, never below zero; null when one is unknown. */
    public @Nullable Integer brokenDocks() {
      return capacity == null || bikes == null || docks == null
          ? null
          : Math.max(0, capacity - bikes - docks);
    }
  }

  /**
   * The yes-or-no facts.
   *
   * @param banking has a card terminal
   * @param bonus gives extra time for returning a bike here
   * @param connected talks to the operator's system
   * @param overflow accepts bikes beyond its docks
   */
  public record Flags(
      @Nullable Boolean banking,
      @Nullable Boolean bonus,
      @Nullable Boolean connected,
      @Nullable Boolean overflow) {

    /** Nothing is known. */
    public static final Flags NONE = new Flags(null, null, null, null);
  }

  /** What an observation is identified by: delivered twice it counts once. */
  public record Identity(StationKey key, Instant polledAt, Source source) {}

  /** See {@link Identity}. */
  public Identity identity() {
    return new Identity(key, polledAt, source);
  }

  /** See {@link ObservationTime#observedAt}. */
  public Instant observedAt() {
    return ObservationTime.observedAt(reportedAt, polledAt);
  }

  /** The same facts, seen by another poll; {@code feedUpdatedAt} is that poll's. */
  public StationObservation polledAgain(Instant when, @Nullable Instant newFeedUpdatedAt) {
    return new StationObservation(
        key,
        place,
        counts,
        status,
        flags,
        reportedAt,
        newFeedUpdatedAt,
        when,
        source,
        extra,
        present);
  }

  /** The record that tells that this station was absent from the whole poll of {@code when}. */
  public StationObservation gone(Instant when) {
    return new StationObservation(
        key,
        place,
        Counts.NONE,
        StationStatus.UNKNOWN,
        Flags.NONE,
        null,
        null,
        when,
        source,
        null,
        false);
  }

  /**
   * Whether {@code other} says the same, whenever it was polled. A feed that went stale in between
   * is a change, its every new {@code last_updated} is not.
   */
  public boolean sameFactsAs(StationObservation other) {
    return polledAgain(other.polledAt, other.feedUpdatedAt).equals(other)
        && ObservationTime.feedStale(feedUpdatedAt, polledAt)
            == ObservationTime.feedStale(other.feedUpdatedAt, other.polledAt);
  }
}
