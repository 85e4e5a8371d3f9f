package org.dockline.dashboard.live;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dockline.station.Distance;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Place;

/** The stations of the same contract that are nearest to one. */
public final class Neighbours {

  private Neighbours() {}

  /** A station and how far away it is, as the crow flies. */
  public record Neighbour(StationKey key, double km) {}

  /** The nearest, at most so many; none when the station is not there or has no place. */
  public static List<Neighbour> of(LiveSnapshot snapshot, StationKey key, int most) {
    Optional<StationObservation> found = snapshot.find(key);
    if (found.isEmpty()) {
      return List.of();
    }
    Place here = found.get().place();
    return snapshot.stations().values().stream()
        .filter(o -> o.key().contract().equals(key.contract()) && !o.key().equals(key))
        .flatMap(o -> distance(here, o).stream())
        .sorted(Comparator.comparingDouble(Neighbour::km))
        .limit(most)
        .toList();
  }

  private static Optional<Neighbour> distance(Place here, StationObservation o) {
    Double km =
        Distance.km(here.latitude(), here.longitude(), o.place().latitude(), o.place().longitude());
    return km == null ? Optional.empty() : Optional.of(new Neighbour(o.key(), km));
  }
}
