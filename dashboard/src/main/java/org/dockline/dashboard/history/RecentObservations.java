package org.dockline.dashboard.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/** Every observation that the warehouse may still lack. Safe for use by several threads. */
public interface RecentObservations {

  /**
   * What was found.
   *
   * @param observations in {@link StationObservation#ORDER}, each identity once
   * @param asOf when the stream last added to them; null when there are none at all yet
   * @param problem why they could not be read, in one sentence; null when they could
   */
  record Found(
      List<StationObservation> observations, @Nullable Instant asOf, @Nullable String problem) {

    /** Copies the list. */
    public Found {
      observations = List.copyOf(observations);
    }
  }

  /** The same of several stations. */
  record FoundContract(
      Map<StationKey, List<StationObservation>> stations,
      @Nullable Instant asOf,
      @Nullable String problem) {

    /** Copies the map. */
    public FoundContract {
      stations = Map.copyOf(stations);
    }
  }

  /**
   * The observations of one station.
   *
   * @param polledFrom inclusive
   * @param polledTo exclusive
   */
  Found find(StationKey key, Instant polledFrom, Instant polledTo);

  /** Those of all stations of a contract. */
  FoundContract findContract(String contract, Instant polledFrom, Instant polledTo);
}
