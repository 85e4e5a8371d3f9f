package org.dockline.poller.polling;

import java.util.List;
import org.dockline.station.Rejection;
import org.dockline.station.StationObservation;

/**
 * What one poll has to say beyond what was delivered before.
 *
 * @param observations to send, those of stations that left among them
 * @param rejections to send
 * @param stations how many stations the poll knows of
 * @param rejected how many things were rejected, sent again or not
 */
public record Changes(
    List<StationObservation> observations, List<Rejection> rejections, int stations, int rejected) {

  /** Takes copies. */
  public Changes {
    observations = List.copyOf(observations);
    rejections = List.copyOf(rejections);
  }

  /** Whether there is nothing to send. */
  public boolean isEmpty() {
    return observations.isEmpty() && rejections.isEmpty();
  }
}
