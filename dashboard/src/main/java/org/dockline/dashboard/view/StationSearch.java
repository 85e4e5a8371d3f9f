package org.dockline.dashboard.view;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.dashboard.text.Folded;
import org.dockline.dashboard.text.NaturalOrder;
import org.dockline.station.Distance;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Place;
import org.jspecify.annotations.Nullable;

/**
 * Which stations a list holds, and in what order. Two that are equal find the same in the same
 * snapshot.
 *
 * @param contracts of these alone; null for all
 * @param bounds in this part of the map alone, unless something is searched for; null for anywhere
 * @param text every word of it occurs in name, address or id, accents ignored; blank for all
 * @param only these alone; null for all
 * @param near the nearest to this, by distance; null for all, by name
 */
record StationSearch(
    @Nullable Set<String> contracts,
    @Nullable Bounds bounds,
    String text,
    @Nullable Set<StationKey> only,
    @Nullable Spot near) {

  /** Where a reader is, in degrees. */
  record Spot(double latitude, double longitude) {

    /** Kilometres, or null where the place is not known. */
    @Nullable Double km(Place place) {
      return Distance.km(latitude, longitude, place.latitude(), place.longitude());
    }
  }

  /** Nobody walks farther. */
  private static final int NEAREST = 40;

  /** More than these nobody reads; a search finds them. */
  private static final int MOST = 3_000;

  /** The stations, in order. */
  List<StationKey> in(LiveSnapshot snapshot) {
    Stream<StationObservation> found = candidates(snapshot).filter(this::fits);
    Spot from = near;
    return (from == null
            ? found.sorted(Comparator.comparing(StationNames::of, NaturalOrder.OF_NAMES))
            : found.filter(o -> from.km(o.place()) != null).sorted(byDistance(from)).limit(NEAREST))
        .limit(MOST)
        .map(StationObservation::key)
        .toList();
  }

  private Stream<StationObservation> candidates(LiveSnapshot snapshot) {
    return only == null
        ? snapshot.stations().values().stream()
        : only.stream().flatMap(key -> snapshot.find(key).stream());
  }

  private boolean fits(StationObservation o) {
    if (contracts != null && !contracts.contains(o.key().contract())) {
      return false;
    }
    return text.isBlank()
        ? bounds == null || bounds.contains(o.place())
        : Folded.matches(StationNames.searchText(o), text);
  }

  private static Comparator<StationObservation> byDistance(Spot from) {
    return Comparator.comparingDouble(o -> Objects.requireNonNull(from.km(o.place())));
  }
}
