package org.dockline.poller.decode;

import java.util.List;
import org.dockline.station.Rejection;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer, read.
 *
 * @param stations what was understood, in the order of the answer
 * @param rejections what was not
 * @param cut why the answer is not whole; null when it is
 * @param impossibleTimes how many times were treated as absent because they can't be
 */
public record DecodedStations(
    List<StationObservation> stations,
    List<Rejection> rejections,
    @Nullable String cut,
    int impossibleTimes) {

  /** Takes copies. */
  public DecodedStations {
    stations = List.copyOf(stations);
    rejections = List.copyOf(rejections);
  }
}
