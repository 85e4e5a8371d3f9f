package org.dockline.dashboard.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.station.flow.FlowTotals;
import org.dockline.station.flow.Flows;

/** Adds up stations, step by step. */
final class Totals {

  private final Map<Instant, FlowTotals> byStart = new TreeMap<>();

  /** Makes the steps between the edges, so that they are there without any station, too. */
  void open(List<Instant> edges) {
    for (int i = 0; i + 1 < edges.size(); i++) {
      byStart.putIfAbsent(edges.get(i), FlowTotals.none(edges.get(i), edges.get(i + 1)));
    }
  }

  /** Adds a station. */
  void add(List<Flows> flows) {
    flows.forEach(f -> byStart.merge(f.start(), FlowTotals.of(f), FlowTotals::with));
  }

  /** In order. */
  List<FlowTotals> list() {
    return List.copyOf(byStart.values());
  }

  /** Hours added up to the steps between the edges. */
  static List<FlowTotals> ofHours(List<Instant> edges, Collection<FlowTotals> hours) {
    List<FlowTotals> steps = new ArrayList<>();
    for (int i = 0; i + 1 < edges.size(); i++) {
      Instant from = edges.get(i);
      Instant to = edges.get(i + 1);
      FlowTotals sum = FlowTotals.none(from, from);
      for (FlowTotals hour : hours) {
        sum = hour.start().isBefore(from) || !hour.start().isBefore(to) ? sum : sum.then(hour);
      }
      steps.add(sum.then(FlowTotals.none(to, sum.end().isAfter(to) ? sum.end() : to)));
    }
    return steps;
  }
}
