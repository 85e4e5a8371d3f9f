package org.dockline.batch.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.wire.Fingerprint;
import org.dockline.station.wire.ObservationDigest;

/** What was met of one contract-day in one portion. */
final class Evidence {

  private final ContractDay day;
  private final Map<Place, ObservationDigest> held = new EnumMap<>(Place.class);
  private final Map<Place, ObservationDigest> expected = new EnumMap<>(Place.class);
  private final ObservationDigest polled = new ObservationDigest();
  private final ObservationDigest telling = new ObservationDigest();
  private final Map<StationKey, List<StationObservation>> observations = new HashMap<>();

  Evidence(ContractDay day) {
    this.day = day;
    for (Place place : Place.values()) {
      held.put(place, new ObservationDigest());
      expected.put(place, new ObservationDigest());
    }
  }

  ContractDay day() {
    return day;
  }

  /** Met in archive or topic; what was polled close to the day may tell of it too. */
  void tells(StationObservation o, Fingerprint print) {
    boolean near =
        !o.polledAt().isBefore(day.polledFrom()) && o.polledAt().isBefore(day.settledAt());
    if (near && telling.add(print)) {
      observations.computeIfAbsent(o.key(), key -> new ArrayList<>()).add(o);
    }
  }

  /** Whether it was polled in the day itself, and so is counted for it. */
  boolean counts(StationObservation o) {
    return day.contains(o.polledAt());
  }

  void holds(Place place, Fingerprint print) {
    Objects.requireNonNull(held.get(place)).add(print);
    polled.add(print);
  }

  void expects(Place place, Fingerprint print) {
    Objects.requireNonNull(expected.get(place)).add(print);
  }

  Map<Place, Holding> holdings() {
    Map<Place, Holding> holdings = new EnumMap<>(Place.class);
    held.forEach(
        (place, digest) ->
            holdings.put(place, Holding.of(digest, Objects.requireNonNull(expected.get(place)))));
    return holdings;
  }

  long polled() {
    return polled.count();
  }

  /** Whatever may tell of the day, by station. */
  Map<StationKey, List<StationObservation>> observations() {
    return observations;
  }
}
