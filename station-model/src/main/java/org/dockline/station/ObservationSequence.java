package org.dockline.station;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Observations of one station in the order they are to be taken, each identity once.
 *
 * @param observations in {@link StationObservation#ORDER}
 * @param duplicates how many further deliveries of the same identity were dropped
 */
public record ObservationSequence(List<StationObservation> observations, int duplicates) {

  /**
   * Sorts and drops repetitions. Of several contents under one identity the last in {@link
   * StationObservation#ORDER} stays, so the outcome does not depend on the order of arrival.
   */
  public static ObservationSequence of(Collection<StationObservation> unordered) {
    List<StationObservation> sorted = new ArrayList<>(unordered);
    sorted.sort(StationObservation.ORDER);
    List<StationObservation> distinct = new ArrayList<>(sorted.size());
    for (StationObservation o : sorted) {
      if (!distinct.isEmpty() && distinct.getLast().identity().equals(o.identity())) {
        distinct.removeLast();
      }
      distinct.add(o);
    }
    return new ObservationSequence(List.copyOf(distinct), sorted.size() - distinct.size());
  }
}
