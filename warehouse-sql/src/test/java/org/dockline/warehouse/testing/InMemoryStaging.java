package org.dockline.warehouse.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dockline.station.ContractDay;
import org.dockline.station.flow.StationDay;
import org.dockline.warehouse.StagingWriter;
import org.dockline.warehouse.WarehouseException;

/** What is staged, in memory. */
final class InMemoryStaging {

  private final Map<String, Map<Integer, List<StationDay>>> staged = new HashMap<>();
  private final Set<String> discarded = new HashSet<>();

  StagingWriter writer(String loadId, int part) {
    return new StagingWriter() {
      private final List<StationDay> added = new ArrayList<>();

      @Override
      public void add(StationDay day) {
        added.add(day);
      }

      @Override
      public void commit() {
        put(loadId, part, List.copyOf(added));
      }

      @Override
      public void close() {
        added.clear();
      }
    };
  }

  synchronized List<StationDay> of(String loadId, ContractDay day) {
    if (discarded.contains(loadId)) {
      throw new WarehouseException("What " + loadId + " had staged was discarded");
    }
    return staged.getOrDefault(loadId, Map.of()).values().stream()
        .flatMap(List::stream)
        .filter(s -> s.day().equals(day))
        .toList();
  }

  synchronized void discard(String loadId) {
    staged.remove(loadId);
  }

  synchronized void discardAbandoned() {
    discarded.addAll(staged.keySet());
    staged.clear();
  }

  private synchronized void put(String loadId, int part, List<StationDay> days) {
    staged.computeIfAbsent(loadId, id -> new HashMap<>()).put(part, days);
  }
}
