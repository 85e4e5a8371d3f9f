package org.dockline.dashboard.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dockline.dashboard.history.StationHistory.Part;
import org.dockline.station.StationKey;
import org.dockline.station.flow.FlowCalculator;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.TimedObservation;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.StationPoint;
import org.dockline.warehouse.Warehouse;

/** The part of a history that the warehouse answers. */
final class BatchPart {

  private BatchPart() {}

  /**
   * Asks for [from, to).
   *
   * @param from a full local hour
   * @param to a full local hour, at most what the warehouse has
   */
  static Part read(Warehouse warehouse, StationKey key, ZoneId zone, Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return Part.EMPTY;
    }
    LocalDate firstDate = from.atZone(zone).toLocalDate();
    Instant midnight = firstDate.atStartOfDay(zone).toInstant();
    List<TimedObservation> points =
        warehouse.listPoints(key, midnight, to).stream().map(StationPoint::observation).toList();
    StationClose before =
        warehouse.findClose(key, firstDate.minusDays(1)).orElse(StationClose.NOTHING);
    List<Flows> hours = hours(warehouse, key, zone, from, to);
    return new Part(hours, PointTimeline.segments(from, to, before.last(), points, hours));
  }

  /** Every local hour; one that the warehouse has no row for is an unknown one. */
  private static List<Flows> hours(
      Warehouse warehouse, StationKey key, ZoneId zone, Instant from, Instant to) {
    Map<Instant, Flows> loaded = new HashMap<>();
    for (StationHour hour : warehouse.listHours(key, from, to)) {
      loaded.put(hour.flows().start(), hour.flows());
    }
    List<Flows> hours = new ArrayList<>();
    List<Instant> edges = LocalHours.edges(zone, from, to);
    List<Flows> unknown =
        FlowCalculator.between(key, edges, StationClose.NOTHING, List.of()).flows();
    for (Flows hour : unknown) {
      hours.add(loaded.getOrDefault(hour.start(), hour));
    }
    return hours;
  }
}
