package org.dockline.warehouse.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.StationPoint;

/** The loaded days, in memory. */
final class InMemoryDays {

  /** A loaded day; its observations may have expired. */
  record Loaded(
      ContractDay day, Map<StationKey, StationDay> stations, LoadedDay note, boolean expired) {

    private Loaded withSeedChanged() {
      LoadedDay changed =
          new LoadedDay(note.contract(), note.date(), note.read(), note.loadedAt(), true);
      return new Loaded(day, stations, changed, expired);
    }

    Stream<StationPoint> points() {
      return expired
          ? Stream.empty()
          : stations.values().stream().flatMap(s -> s.changes().stream()).map(StationPoint::of);
    }
  }

  private final Map<ContractDay, Loaded> days = new TreeMap<>();
  private final Map<String, LocalDate> runStarts = new TreeMap<>();

  /** All, in date order. */
  synchronized List<Loaded> list() {
    return List.copyOf(days.values());
  }

  /** Those of a contract, in date order. */
  synchronized List<Loaded> list(String contract) {
    return days.values().stream().filter(d -> d.day().contract().equals(contract)).toList();
  }

  synchronized Optional<Loaded> find(String contract, LocalDate date) {
    return list(contract).stream().filter(d -> d.day().date().equals(date)).findFirst();
  }

  synchronized Map<StationKey, StationClose> closes(String contract, LocalDate date) {
    Map<StationKey, StationClose> closes = new TreeMap<>();
    find(contract, date)
        .ifPresent(d -> d.stations().forEach((key, s) -> closes.put(key, s.flows().close())));
    return closes;
  }

  /** Returns whether the day closes otherwise than before. */
  synchronized boolean replace(
      ContractDay day, Map<StationKey, StationDay> stations, LoadedDay note) {
    Map<StationKey, StationClose> before = closes(day.contract(), day.date());
    days.put(day, new Loaded(day, stations, note, false));
    runStarts.putIfAbsent(day.contract(), day.date());
    boolean closeChanged = !before.equals(closes(day.contract(), day.date()));
    if (closeChanged) {
      days.computeIfPresent(day.next(), (next, loaded) -> loaded.withSeedChanged());
    }
    return closeChanged;
  }

  synchronized Map<String, Instant> loadedThrough() {
    Map<String, Instant> through = new TreeMap<>();
    runStarts.forEach(
        (contract, first) -> {
          ContractDay day = find(contract, first).orElseThrow().day();
          while (find(contract, day.date().plusDays(1)).isPresent()) {
            day = day.next();
          }
          through.put(contract, day.end());
        });
    return through;
  }

  synchronized long expire(int daysKept) {
    Map<String, LocalDate> newest = new TreeMap<>();
    days.keySet()
        .forEach(d -> newest.merge(d.contract(), d.date(), (a, b) -> a.isAfter(b) ? a : b));
    long expired = 0;
    for (Loaded loaded : list()) {
      LocalDate keptFrom = newest.get(loaded.day().contract()).minusDays(daysKept - 1L);
      if (loaded.day().date().isBefore(keptFrom)) {
        expired += loaded.points().count();
        days.put(loaded.day(), new Loaded(loaded.day(), loaded.stations(), loaded.note(), true));
      }
    }
    return expired;
  }
}
