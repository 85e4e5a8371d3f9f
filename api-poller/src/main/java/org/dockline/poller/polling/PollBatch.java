package org.dockline.poller.polling;

import java.util.List;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.StationObservation;

/**
 * What one poll puts into the topics.
 *
 * @param observations for {@code stations_topic}
 * @param rejections for {@code rejected_topic}
 * @param reports for {@code polls_topic}, oldest first: the poll's own one last, before it those
 *     that could not be delivered earlier
 */
public record PollBatch(
    List<StationObservation> observations, List<Rejection> rejections, List<PollReport> reports) {

  /** Takes copies. */
  public PollBatch {
    observations = List.copyOf(observations);
    rejections = List.copyOf(rejections);
    reports = List.copyOf(reports);
  }
}
