package org.dockline.dashboard.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dockline.station.ContractDay;
import org.dockline.station.flow.FlowTotals;
import org.dockline.station.flow.Flows;

/** What a page makes of the hours of one station. */
public final class StationHours {

  private StationHours() {}

  /**
   * Mean occupancy by local hour of the day that {@code now} lies in, to lay beside the typical
   * day; an hour of which nothing is known is absent.
   *
   * @param hours in order, of one station
   */
  public static SortedMap<Integer, Double> occupancyToday(
      List<Flows> hours, Instant now, ZoneId zone) {
    ContractDay today = ContractDay.of("", now, zone);
    SortedMap<Integer, Double> byHour = new TreeMap<>();
    for (Flows hour : hours) {
      Flows.Range bikes = hour.bikes();
      Flows.Range docks = hour.docks();
      if (today.contains(hour.start())
          && bikes != null
          && docks != null
          && bikes.mean() + docks.mean() > 0) {
        byHour.put(
            hour.start().atZone(zone).getHour(), bikes.mean() / (bikes.mean() + docks.mean()));
      }
    }
    return byHour;
  }

  /** All of a station's hours added up; of no time when there are none. */
  public static FlowTotals sum(List<Flows> hours, Instant otherwise) {
    return hours.stream()
        .map(FlowTotals::of)
        .reduce(FlowTotals::then)
        .orElse(FlowTotals.none(otherwise, otherwise));
  }
}
