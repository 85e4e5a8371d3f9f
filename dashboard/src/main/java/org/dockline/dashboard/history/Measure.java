package org.dockline.dashboard.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.dockline.station.flow.FlowTotals;
import org.jspecify.annotations.Nullable;

/** What of a contract's hours is looked at. Of an hour without known time it is unknown. */
public enum Measure {
  /** Bikes in a station, mean over its known time. */
  BIKES,
  /** Time empty / known time. */
  EMPTY,
  /** Time full / known time. */
  FULL,
  /** Observed arrivals, a lower bound. */
  ARRIVALS,
  /** Observed departures, a lower bound. */
  DEPARTURES;

  /** Its name in addresses, ids and keys of texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name, or empty. */
  public static Optional<Measure> find(String key) {
    return Arrays.stream(values()).filter(measure -> measure.key().equals(key)).findFirst();
  }

  /** Whether it is a share of time, 0..1. */
  public boolean isShare() {
    return this == EMPTY || this == FULL;
  }

  /** Its value; null when unknown. */
  public @Nullable Double of(FlowTotals totals) {
    return switch (this) {
      case BIKES -> totals.meanBikesPerStation();
      case EMPTY -> totals.shareEmpty();
      case FULL -> totals.shareFull();
      case ARRIVALS -> seen(totals, totals.arrivals());
      case DEPARTURES -> seen(totals, totals.departures());
    };
  }

  private static @Nullable Double seen(FlowTotals totals, long count) {
    return totals.known().isZero() ? null : Double.valueOf((double) count);
  }
}
