package org.dockline.station.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dockline.station.Availability.Known;
import org.dockline.station.StationKey;
import org.dockline.station.flow.StationTimeline.Segment;

/** Finds the stockout episodes of a timeline. */
public final class StockoutEpisodes {

  private StockoutEpisodes() {}

  /** All episodes, the empty ones first, each kind in time order. */
  public static List<StockoutEpisode> of(StationKey key, StationTimeline timeline) {
    List<StockoutEpisode> episodes = new ArrayList<>();
    collect(key, StockoutEpisode.Kind.EMPTY, Known::empty, timeline.segments(), episodes);
    collect(key, StockoutEpisode.Kind.FULL, Known::full, timeline.segments(), episodes);
    return List.copyOf(episodes);
  }

  private static void collect(
      StationKey key,
      StockoutEpisode.Kind kind,
      Predicate<Known> property,
      List<Segment> segments,
      List<StockoutEpisode> into) {
    int i = 0;
    while (i < segments.size()) {
      if (!StationTimeline.known(segments.get(i), property)) {
        i++;
        continue;
      }
      int first = i;
      while (i < segments.size() && StationTimeline.known(segments.get(i), property)) {
        i++;
      }
      into.add(episode(key, kind, segments, first, i - 1));
    }
  }

  private static StockoutEpisode episode(
      StationKey key, StockoutEpisode.Kind kind, List<Segment> segments, int first, int last) {
    Segment opening = segments.get(first);
    Instant from = opening.from();
    boolean before =
        first == 0 && opening.source() != null && opening.source().observedAt().isBefore(from);
    boolean after = last == segments.size() - 1;
    return new StockoutEpisode(key, kind, from, segments.get(last).to(), before, after);
  }
}
