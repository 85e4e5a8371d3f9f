package org.dockline.station.flow;

import java.util.List;
import org.dockline.station.StationKey;

/**
 * All that is computed of one station over one run of intervals.
 *
 * @param key the station
 * @param flows one for each interval, in order, also for those without an observation
 * @param episodes stockout episodes of the whole run
 * @param timeline what they were computed from
 */
public record StationFlows(
    StationKey key, List<Flows> flows, List<StockoutEpisode> episodes, StationTimeline timeline) {

  /** The state at the end, the seed of what follows. */
  public StationClose close() {
    return timeline.close();
  }
}
