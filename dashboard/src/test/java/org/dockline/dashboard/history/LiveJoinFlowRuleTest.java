package org.dockline.dashboard.history;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.FlowRuleContract;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationFlows;
import org.dockline.warehouse.Warehouse;

/**
 * The live join answers a day as the pure rule does: seeded by the warehouse, from recent files.
 */
class LiveJoinFlowRuleTest extends FlowRuleContract {

  @Override
  protected StationFlows flows(
      StationKey key, ContractDay day, StationClose seed, List<StationObservation> observations) {
    Warehouse warehouse =
        FakeWarehouse.of(Map.of(key.contract(), day.start()), key, day.previous().date(), seed);
    return Objects.requireNonNull(
        new ServedHistory(() -> warehouse, new RecentList(observations, day.end()))
            .ofStation(key, day.zone(), day.start(), day.end(), Step.HOUR)
            .speed()
            .flows());
  }
}
