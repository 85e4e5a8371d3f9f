package org.dockline.station.flow;

import java.time.Instant;
import java.util.function.Predicate;
import org.dockline.station.Availability.Known;
import org.dockline.station.ObservationTime;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a station at the end of an interval: all that the next one needs, so that a
 * long time computed in pieces equals the same time computed at once.
 *
 * @param last the last accepted observation; null before the first
 * @param lastKnown the last accepted one whose bikes were known; null before the first
 * @param newestReport the newest comparable report so far, by which stale copies are told; null
 *     before the first
 */
public record StationClose(
    @Nullable TimedObservation last,
    @Nullable TimedObservation lastKnown,
    @Nullable Instant newestReport) {

  /** Nothing was ever seen. */
  public static final StationClose NOTHING = new StationClose(null, null, null);

  /** Whether the station still counts at {@code start}: it was heard of in the 7 days before. */
  public boolean rememberedAt(Instant start) {
    return last != null
        && !last.observation().polledAt().isBefore(start.minus(ObservationTime.REMEMBERED));
  }

  /** The last known bikes; null before the first. */
  @Nullable Integer knownBikes() {
    return lastKnown == null ? null : lastKnown.knownBikes();
  }

  /** The capacity said last, or else with the last known bikes; null when neither said one. */
  @Nullable Integer capacity() {
    Integer said = capacityOf(last);
    return said == null ? capacityOf(lastKnown) : said;
  }

  /** Whether the time right before {@code end} was known and had that property. */
  boolean knownUntil(Instant end, Predicate<Known> property) {
    return last != null
        && last.availability() instanceof Known known
        && property.test(known)
        && !last.vouchesUntil().isBefore(end);
  }

  private static @Nullable Integer capacityOf(@Nullable TimedObservation o) {
    return o == null ? null : o.observation().counts().capacity();
  }
}
