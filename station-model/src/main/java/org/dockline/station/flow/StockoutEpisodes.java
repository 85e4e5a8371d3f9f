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
    collect(key, StockoutEpisode.Kind.EMPTY, Known::empty, timeline, episodes);
    collect(key, StockoutEpisode.Kind.FULL, Known::full, timeline, episodes);
    return List.copyOf(episodes);
  }

  private static void collect(
      StationKey key,
      StockoutEpisode.Kind kind,
      Predicate<Known> property,
      StationTimeline timeline,
      List<StockoutEpisode> into) {
    List<Segment> segments = timeline.segments();
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
      Instant from = segments.get(first).from();
      boolean before = first == 0 && timeline.opening().knownUntil(from, property);
      boolean after = i == segments.size();
      into.add(new StockoutEpisode(key, kind, from, segments.get(i - 1).to(), before, after));
    }
  }
}
