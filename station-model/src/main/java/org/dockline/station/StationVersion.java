package org.dockline.station;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a station was from one moment on: a row of its slowly changing dimension.
 *
 * @param key the station
 * @param place name, address and position
 * @param capacity docks in all; null when not said
 * @param banking has a card terminal; null when not said
 * @param bonus gives extra time; null when not said
 * @param validFrom inclusive; the poll that first said so
 */
public record StationVersion(
    StationKey key,
    StationObservation.Place place,
    @Nullable Integer capacity,
    @Nullable Boolean banking,
    @Nullable Boolean bonus,
    Instant validFrom) {

  /**
   * The versions that a run of observations goes through, in order.
   *
   * @param observations of one station in {@link StationObservation#ORDER}; the record that tells
   *     that the station has left says nothing of what it was, and is passed over
   */
  public static List<StationVersion> of(List<StationObservation> observations) {
    List<StationVersion> versions = new ArrayList<>();
    for (StationObservation o : observations) {
      if (o.present() && (versions.isEmpty() || !versions.getLast().sameAs(of(o)))) {
        versions.add(of(o));
      }
    }
    return List.copyOf(versions);
  }

  /** Whether the other one says the same, from whenever on. */
  public boolean sameAs(StationVersion other) {
    return key.equals(other.key)
        && place.equals(other.place)
        && Objects.equals(capacity, other.capacity)
        && Objects.equals(banking, other.banking)
        && Objects.equals(bonus, other.bonus);
  }

  private static StationVersion of(StationObservation o) {
    return new StationVersion(
        o.key(),
        o.place(),
        o.counts().capacity(),
        o.flags().banking(),
        o.flags().bonus(),
        o.polledAt());
  }
}
