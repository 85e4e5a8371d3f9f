package org.dockline.poller.polling;

import java.util.List;
import org.dockline.station.Rejection;
import org.dockline.station.StationObservation;

/**
 * What the topics say by another mouth than this run's: an earlier run's, or another poller's.
 *
 * @param observations at most one of each station, the newest
 * @param rejections at most one of each station, the newest
 */
public record Overheard(List<StationObservation> observations, List<Rejection> rejections) {

  /** Nothing was said. */
  public static final Overheard NOTHING = new Overheard(List.of(), List.of());

  /** Takes copies. */
  public Overheard {
    observations = List.copyOf(observations);
    rejections = List.copyOf(rejections);
  }
}
