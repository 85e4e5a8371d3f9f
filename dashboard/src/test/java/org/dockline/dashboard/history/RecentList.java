package org.dockline.dashboard.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dockline.station.ObservationSequence;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/** Recent observations out of a list. */
record RecentList(Collection<StationObservation> all, @Nullable Instant asOf)
    implements RecentObservations {

  @Override
  public Found find(StationKey key, Instant from, Instant to) {
    return new Found(
        ObservationSequence.of(
                all.stream().filter(o -> o.key().equals(key) && within(o, from, to)).toList())
            .observations(),
        asOf,
        null);
  }

  @Override
  public FoundContract findContract(String contract, Instant from, Instant to) {
    Map<StationKey, List<StationObservation>> stations =
        all.stream()
            .filter(o -> o.key().contract().equals(contract) && within(o, from, to))
            .collect(
                Collectors.groupingBy(StationObservation::key, TreeMap::new, Collectors.toList()));
    stations.replaceAll((key, own) -> ObservationSequence.of(own).observations());
    return new FoundContract(stations, asOf, null);
  }

  private static boolean within(StationObservation o, Instant from, Instant to) {
    return !o.polledAt().isBefore(from) && o.polledAt().isBefore(to);
  }
}
