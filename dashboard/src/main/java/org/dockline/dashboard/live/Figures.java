package org.dockline.dashboard.live;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is counted over a number of stations.
 *
 * @param bikes in stations whose bikes are known
 * @param docks in stations whose free docks are known
 * @param bands number of stations in each band; a band without one may be absent
 * @param newest when the newest of their facts was observed; null without a station
 */
public record Figures(long bikes, long docks, Map<Band, Integer> bands, @Nullable Instant newest) {

  /** Over no station. */
  public static final Figures NONE = new Figures(0, 0, Map.of(), null);

  /** Copies the map. */
  public Figures {
    bands = Map.copyOf(bands);
  }

  /** Stations in a band. */
  public int in(Band band) {
    return bands.getOrDefault(band, 0);
  }

  /** All stations. */
  public int stations() {
    return bands.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Stations of which something is known now. */
  public int reporting() {
    return stations() - in(Band.UNKNOWN) - in(Band.CLOSED);
  }

  /** Over these and those. */
  public Figures plus(Figures other) {
    Map<Band, Integer> sum = new EnumMap<>(Band.class);
    sum.putAll(bands);
    other.bands.forEach((band, count) -> sum.merge(band, count, Integer::sum));
    return new Figures(bikes + other.bikes, docks + other.docks, sum, later(newest, other.newest));
  }

  static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isAfter(b) ? a : b;
  }
}
