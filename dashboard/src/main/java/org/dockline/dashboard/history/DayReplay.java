package org.dockline.dashboard.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.flow.StationTimeline.Segment;

/**
 * A local day of a contract, station by station, as it was seen.
 *
 * @param day which day
 * @param to until when it is told: its end, or now
 * @param stations what was known when, in order, of [start, to); empty when nothing is kept
 * @param places where they stood; some may lack
 * @param joined how it came about
 */
public record DayReplay(
    ContractDay day,
    Instant to,
    Map<StationKey, List<Segment>> stations,
    Map<StationKey, Place> places,
    Joined joined) {

  /** Copies the maps. */
  public DayReplay {
    stations = Map.copyOf(stations);
    places = Map.copyOf(places);
  }
}
