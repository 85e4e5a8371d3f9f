package org.dockline.dashboard.history;

import java.util.Comparator;
import java.util.List;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationTimeline;
import org.dockline.station.flow.StationTimeline.Segment;
import org.dockline.station.flow.StockoutEpisode;
import org.dockline.station.flow.StockoutEpisodes;

/** The stockout episodes of a joined history: one that crosses the boundary is one. */
public final class Episodes {

  private Episodes() {}

  /**
   * All of them, the newest first. The first may have begun before the history does: its start is
   * the history's.
   */
  public static List<StockoutEpisode> of(StationHistory history) {
    List<Segment> segments = history.segments();
    StationTimeline joined =
        new StationTimeline(
            segments, List.of(), List.of(), StationClose.NOTHING, StationClose.NOTHING, 0);
    return StockoutEpisodes.of(history.key(), joined).stream()
        .sorted(Comparator.comparing(StockoutEpisode::start).reversed())
        .toList();
  }
}
