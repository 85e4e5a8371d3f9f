package org.dockline.dashboard.history;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.dockline.station.flow.FlowTotals;
import org.dockline.warehouse.Insights.StationSum;

/** Which stations were empty or full for the greatest share of their known time. */
public final class Worst {

  /**
   * A station that was known for less than this part of the time of the best known one is not
   * ranked: its share says too little.
   */
  public static final double LEAST_KNOWN = 0.25;

  private Worst() {}

  /** The worst by that share, the worst first; one that never was so is not among them. */
  public static List<StationSum> by(Measure share, List<StationSum> stations, int most) {
    if (!share.isShare()) {
      throw new IllegalArgumentException(share + " is no share of time; EMPTY and FULL are");
    }
    Duration best =
        stations.stream()
            .map(sum -> sum.totals().known())
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    return stations.stream()
        .filter(sum -> isRanked(sum.totals(), best) && value(share, sum) > 0)
        .sorted(
            Comparator.comparingDouble((StationSum sum) -> value(share, sum))
                .reversed()
                .thenComparing(StationSum::key))
        .limit(most)
        .toList();
  }

  private static boolean isRanked(FlowTotals totals, Duration best) {
    return totals.known().toMillis() >= LEAST_KNOWN * best.toMillis();
  }

  private static double value(Measure share, StationSum sum) {
    Double value = share.of(sum.totals());
    return Objects.requireNonNullElse(value, 0.0);
  }
}
