package org.dockline.station.flow;

import java.util.List;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;

/** The pure class. */
class FlowRuleTest extends FlowRuleContract {

  @Override
  protected StationFlows flows(
      StationKey key, ContractDay day, StationClose seed, List<StationObservation> observations) {
    return StationDay.of(key, day, seed, observations).flows();
  }
}
