package org.dockline.poller.contracts;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/**
 * The middle of a city's stations: the median of each coordinate, which no ghost station moves.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
record Centre(double latitude, double longitude) {

  /** Empty when no station tells where it stands; 0, 0 is a default and no place of a station. */
  static Optional<Centre> of(List<StationObservation> stations) {
    List<Centre> places =
        stations.stream()
            .map(o -> at(o.place().latitude(), o.place().longitude()))
            .flatMap(Optional::stream)
            .toList();
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Centre(median(places, Centre::latitude), median(places, Centre::longitude)));
  }

  private static Optional<Centre> at(@Nullable Double latitude, @Nullable Double longitude) {
    return latitude == null || longitude == null || (latitude == 0 && longitude == 0)
        ? Optional.empty()
        : Optional.of(new Centre(latitude, longitude));
  }

  private static double median(List<Centre> places, ToDoubleFunction<Centre> coordinate) {
    double[] all = places.stream().mapToDouble(coordinate).sorted().toArray();
    return all[all.length / 2];
  }
}
