package org.dockline.dashboard.history;

import java.time.Instant;
import java.util.List;
import org.dockline.warehouse.Insights.StationMonth;
import org.dockline.warehouse.Insights.TypicalHour;
import org.jspecify.annotations.Nullable;

/**
 * What the warehouse knows of a station in the long run.
 *
 * @param typical its typical day, weekdays first; empty when no day is loaded
 * @param months how often it was empty or full, the newest month first
 * @param loadedThrough up to when that is; null when nothing is loaded, or it did not answer
 * @param problem why the warehouse did not answer; null when it did
 */
public record StationInsight(
    List<TypicalHour> typical,
    List<StationMonth> months,
    @Nullable Instant loadedThrough,
    @Nullable String problem) {

  /** Copies the lists. */
  public StationInsight {
    typical = List.copyOf(typical);
    months = List.copyOf(months);
  }

  /** The hours of the typical weekday, or weekend day. */
  public List<TypicalHour> typical(boolean weekend) {
    return typical.stream().filter(hour -> hour.weekend() == weekend).toList();
  }
}
