package org.dockline.dashboard.live;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts stations one by one. */
final class FiguresBuilder {

  private long bikes;
  private long docks;
  private final Map<Band, Integer> bands = new EnumMap<>(Band.class);
  private @Nullable Instant newest;

  void add(Mark mark, Instant observedAt) {
    bikes += mark.bikes() == null ? 0 : mark.bikes();
    docks += mark.docks() == null ? 0 : mark.docks();
    bands.merge(mark.band(), 1, Integer::sum);
    newest = Figures.later(newest, observedAt);
  }

  Figures build() {
    return new Figures(bikes, docks, bands, newest);
  }
}
