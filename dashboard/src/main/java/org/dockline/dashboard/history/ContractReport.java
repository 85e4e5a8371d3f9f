package org.dockline.dashboard.history;

import java.util.List;
import org.dockline.warehouse.Insights.ContractMonth;
import org.dockline.warehouse.Insights.StationSum;

/**
 * A contract over some time.
 *
 * @param hours its hours, joined
 * @param stations each of its stations over the whole time, joined
 * @param months what of it is loaded, by calendar month, the newest first; not bound to that time
 * @param joined how the stations' sums came about
 */
public record ContractReport(
    TotalHistory hours, List<StationSum> stations, List<ContractMonth> months, Joined joined) {

  /** Copies the lists. */
  public ContractReport {
    stations = List.copyOf(stations);
    months = List.copyOf(months);
  }
}
