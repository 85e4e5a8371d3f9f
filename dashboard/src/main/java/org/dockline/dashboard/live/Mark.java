package org.dockline.dashboard.live;

import java.time.Instant;
import org.dockline.station.Availability;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/**
 * What the map and the list show of a station.
 *
 * @param band its step of the colour scale
 * @param bikes bikes; null when unknown
 * @param docks free docks; null when unknown
 */
public record Mark(Band band, @Nullable Integer bikes, @Nullable Integer docks) {

  /** What an observation is worth at a moment: it fades to unknown when nothing newer comes. */
  public static Mark of(StationObservation o, Instant now) {
    Availability availability = Availability.at(o, now);
    Band band = Band.of(availability);
    return availability instanceof Availability.Known known
        ? new Mark(band, known.bikes(), known.docks())
        : new Mark(band, null, null);
  }
}
