package org.dockline.warehouse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dockline.station.StationKey;
import org.dockline.station.flow.FlowTotals;
import org.dockline.station.flow.StationDay;

/** What a dashboard is served of loaded days: one station's rows, or a whole contract's. */
public interface ServedRows {

  /**
   * The observations of a station that changed something, in time order; see {@link
   * StationDay#changes()}.
   *
   * @param from inclusive, by {@code observed_at}
   * @param to exclusive
   */
  List<StationPoint> listPoints(StationKey key, Instant from, Instant to);

  /** The hours of a station in time order, those whose start lies in [from, to). */
  List<StationHour> listHours(StationKey key, Instant from, Instant to);

  /** As {@link #listPoints}, of all stations of a contract, by station. */
  Map<StationKey, List<StationPoint>> listContractPoints(String contract, Instant from, Instant to);

  /**
   * The hours of a contract whose start lies in [from, to), in time order, added up over all
   * stations that are no tests or ghosts. An hour without any is absent.
   */
  List<FlowTotals> listContractHours(String contract, Instant from, Instant to);
}
