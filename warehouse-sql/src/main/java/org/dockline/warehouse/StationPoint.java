package org.dockline.warehouse;

import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.flow.HeldObservation;
import org.dockline.station.flow.TimedObservation;

/**
 * One row of {@code fact_observation}: what a chart and the flow rule need of an observation.
 *
 * @param held with its counts, status, flags, times and source; its place and {@code extra} are not
 *     kept in this table and are null here
 */
public record StationPoint(HeldObservation held) {

  /** The place of every point: none, because the dimension keeps it. */
  public static final Place NO_PLACE = new Place(null, null, null, null);

  /** What remains of an observation when it is a point. */
  public static StationPoint of(HeldObservation held) {
    StationObservation o = held.first().observation();
    StationObservation point =
        new StationObservation(
            o.key(),
            NO_PLACE,
            o.counts(),
            o.status(),
            o.flags(),
            o.reportedAt(),
            o.feedUpdatedAt(),
            o.polledAt(),
            o.source(),
            null,
            o.present());
    return new StationPoint(
        new HeldObservation(
            new TimedObservation(point, held.first().observedAt()),
            held.lastObservedAt(),
            held.lastPolledAt()));
  }
}
