package org.dockline.warehouse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationDay;

/**
 * One row of {@code fact_station_hour}.
 *
 * @param key the station
 * @param localDate the contract's local date
 * @param localHour 0..23, what a local clock shows at the start
 * @param flows the measures; its times are the hour's edges in UTC
 */
public record StationHour(StationKey key, LocalDate localDate, int localHour, Flows flows) {

  /** The hours of a station's day, in order. */
  public static List<StationHour> of(StationDay station) {
    List<ContractDay.Hour> hours = station.day().hours();
    List<Flows> flows = station.flows().flows();
    List<StationHour> rows = new ArrayList<>(hours.size());
    for (int i = 0; i < hours.size(); i++) {
      rows.add(
          new StationHour(
              station.flows().key(), station.day().date(), hours.get(i).localHour(), flows.get(i)));
    }
    return List.copyOf(rows);
  }
}
