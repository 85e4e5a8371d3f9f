package org.dockline.dashboard.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.flow.FlowCalculator;
import org.dockline.station.flow.FlowTotals;
import org.dockline.station.flow.HeldObservation;
import org.dockline.station.flow.StationClose;
import org.dockline.warehouse.StationPoint;
import org.dockline.warehouse.Warehouse;

/**
 * What the warehouse answers of a contract: its hours, or for finer steps what it keeps of each
 * station.
 *
 * @param totals in order
 * @param seeds the states at the boundary; empty when the question ends before it
 */
record ContractBatch(List<FlowTotals> totals, Map<StationKey, StationClose> seeds) {

  /** No warehouse, or one that has nothing. */
  static final ContractBatch NOTHING = new ContractBatch(List.of(), Map.of());

  static ContractBatch read(Warehouse warehouse, Instant boundary, ContractQuestion question) {
    Instant end = boundary.isBefore(question.to()) ? boundary : question.to();
    Map<StationKey, StationClose> seeds =
        boundary.isBefore(question.to())
            ? closesBefore(
                warehouse, ContractDay.of(question.contract(), boundary, question.zone()))
            : Map.of();
    if (!question.from().isBefore(end)) {
      return new ContractBatch(List.of(), seeds);
    }
    return new ContractBatch(
        question.step().ofWholeHours()
            ? hours(warehouse, question, end)
            : points(warehouse, question, end),
        seeds);
  }

  private static List<FlowTotals> hours(
      Warehouse warehouse, ContractQuestion question, Instant end) {
    return Totals.ofHours(
        question.step().edges(question.zone(), question.from(), end),
        warehouse.listContractHours(question.contract(), question.from(), end));
  }

  private static List<FlowTotals> points(
      Warehouse warehouse, ContractQuestion question, Instant end) {
    List<FlowTotals> totals = new ArrayList<>();
    for (ContractDay day : question.days(question.from(), end)) {
      totals.addAll(points(warehouse, question, day));
    }
    return totals;
  }

  private static List<FlowTotals> points(
      Warehouse warehouse, ContractQuestion question, ContractDay day) {
    Map<StationKey, StationClose> seeds = closesBefore(warehouse, day);
    Map<StationKey, List<StationPoint>> points =
        warehouse.listContractPoints(question.contract(), day.start(), day.end());
    Set<StationKey> stations = new TreeSet<>(points.keySet());
    seeds.forEach((key, seed) -> addIf(seed.rememberedAt(day.start()), key, stations));
    List<Instant> edges = question.edges(day);
    Totals totals = new Totals();
    totals.open(edges);
    for (StationKey key : stations) {
      if (question.counted().test(key)) {
        List<HeldObservation> runs =
            points.getOrDefault(key, List.of()).stream().map(StationPoint::held).toList();
        StationClose seed = seeds.getOrDefault(key, StationClose.NOTHING);
        totals.add(FlowCalculator.betweenRuns(key, edges, seed, runs).flows());
      }
    }
    return totals.list();
  }

  private static void addIf(boolean condition, StationKey key, Set<StationKey> stations) {
    if (condition) {
      stations.add(key);
    }
  }

  private static Map<StationKey, StationClose> closesBefore(Warehouse warehouse, ContractDay day) {
    LocalDate before = day.previous().date();
    return warehouse.closes(day.contract(), before);
  }
}
