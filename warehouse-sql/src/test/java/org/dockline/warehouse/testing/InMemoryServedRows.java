package org.dockline.warehouse.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dockline.station.StationKey;
import org.dockline.station.flow.FlowTotals;
import org.dockline.warehouse.ServedRows;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.StationPoint;

/** What is served of days in memory. Without places it knows no test or ghost. */
final class InMemoryServedRows implements ServedRows {

  private final InMemoryDays days;

  InMemoryServedRows(InMemoryDays days) {
    this.days = days;
  }

  @Override
  public List<StationPoint> listPoints(StationKey key, Instant from, Instant to) {
    return days.list(key.contract()).stream()
        .flatMap(InMemoryDays.Loaded::points)
        .filter(p -> p.held().first().observation().key().equals(key))
        .filter(p -> within(p.held().first().observedAt(), from, to))
        .toList();
  }

  @Override
  public List<StationHour> listHours(StationKey key, Instant from, Instant to) {
    return days.list(key.contract()).stream()
        .filter(d -> d.stations().containsKey(key))
        .flatMap(d -> StationHour.of(d.stations().get(key)).stream())
        .filter(h -> within(h.flows().start(), from, to))
        .toList();
  }

  @Override
  public Map<StationKey, List<StationPoint>> listContractPoints(
      String contract, Instant from, Instant to) {
    Map<StationKey, List<StationPoint>> points = new TreeMap<>();
    for (StationKey key : stationsOf(contract)) {
      List<StationPoint> own = listPoints(key, from, to);
      if (!own.isEmpty()) {
        points.put(key, own);
      }
    }
    return points;
  }

  @Override
  public List<FlowTotals> listContractHours(String contract, Instant from, Instant to) {
    Map<Instant, FlowTotals> totals = new TreeMap<>();
    for (StationKey key : stationsOf(contract)) {
      for (StationHour hour : listHours(key, from, to)) {
        totals.merge(hour.flows().start(), FlowTotals.of(hour.flows()), FlowTotals::with);
      }
    }
    return List.copyOf(totals.values());
  }

  private Set<StationKey> stationsOf(String contract) {
    return days.list(contract).stream()
        .flatMap(d -> d.stations().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean within(Instant time, Instant from, Instant to) {
    return !time.isBefore(from) && time.isBefore(to);
  }
}
