package org.dockline.warehouse.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.DayTotals;
import org.dockline.warehouse.LoadRun;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.StagingWriter;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.StationPoint;
import org.dockline.warehouse.Warehouse;

/** A warehouse for tests that keeps everything in memory and passes {@link WarehouseContract}. */
public final class InMemoryWarehouse implements Warehouse {

  private record Loaded(ContractDay day, Map<StationKey, StationDay> stations, LoadedDay note) {

    Loaded withSeedChanged() {
      LoadedDay changed =
          new LoadedDay(note.contract(), note.date(), note.read(), note.loadedAt(), true);
      return new Loaded(day, stations, changed);
    }
  }

  private final Clock clock;
  private final Map<String, Map<Integer, List<StationDay>>> staged = new HashMap<>();
  private final Map<ContractDay, Loaded> days = new TreeMap<>();
  private final Map<String, LocalDate> runStarts = new TreeMap<>();
  private final Map<String, Contract> contracts = new TreeMap<>();
  private final List<LoadRun> runs = new ArrayList<>();

  /** An empty one. */
  public InMemoryWarehouse(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized List<LoadedDay> listLoadedDays() {
    return days.values().stream()
        .map(Loaded::note)
        .sorted(Comparator.comparing(LoadedDay::contract).thenComparing(LoadedDay::date))
        .toList();
  }

  @Override
  public synchronized Map<String, Instant> loadedThrough() {
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

  @Override
  public synchronized Map<StationKey, StationClose> closes(String contract, LocalDate date) {
    Map<StationKey, StationClose> closes = new TreeMap<>();
    find(contract, date)
        .ifPresent(d -> d.stations().forEach((key, s) -> closes.put(key, s.flows().close())));
    return closes;
  }

  @Override
  public StagingWriter stage(String loadId, int part) {
    return new StagingWriter() {
      private final List<StationDay> added = new ArrayList<>();

      @Override
      public void add(StationDay day) {
        added.add(day);
      }

      @Override
      public void commit() {
        synchronized (InMemoryWarehouse.this) {
          staged.computeIfAbsent(loadId, id -> new HashMap<>()).put(part, List.copyOf(added));
        }
      }

      @Override
      public void close() {
        added.clear();
      }
    };
  }

  @Override
  public synchronized DayTotals replaceDay(String loadId, ContractDay day, DayRead read) {
    Map<StationKey, StationClose> before = closes(day.contract(), day.date());
    Map<StationKey, StationDay> stations = new TreeMap<>();
    staged.getOrDefault(loadId, Map.of()).values().stream()
        .flatMap(List::stream)
        .filter(s -> s.day().equals(day))
        .forEach(s -> stations.put(s.flows().key(), s));
    LoadedDay note = new LoadedDay(day.contract(), day.date(), read, clock.instant(), false);
    days.put(day, new Loaded(day, stations, note));
    runStarts.putIfAbsent(day.contract(), day.date());
    contracts.putIfAbsent(
        day.contract(), new Contract(day.contract(), null, null, null, day.zone(), null, null));
    boolean closeChanged = !before.equals(closes(day.contract(), day.date()));
    if (closeChanged) {
      days.computeIfPresent(day.next(), (next, loaded) -> loaded.withSeedChanged());
    }
    return totals(stations.values(), closeChanged);
  }

  @Override
  public synchronized void discardStaging(String loadId) {
    staged.remove(loadId);
  }

  @Override
  public synchronized void recordRun(LoadRun run) {
    runs.addFirst(run);
  }

  @Override
  public synchronized List<LoadRun> listRuns(int limit) {
    return List.copyOf(runs.subList(0, Math.min(limit, runs.size())));
  }

  @Override
  public synchronized void saveContracts(List<Contract> added) {
    added.forEach(c -> contracts.put(c.name(), c));
  }

  @Override
  public synchronized List<Contract> listContracts() {
    return List.copyOf(contracts.values());
  }

  @Override
  public synchronized List<StationPoint> listPoints(StationKey key, Instant from, Instant to) {
    return stationDays(key)
        .flatMap(s -> s.changes().stream())
        .filter(o -> within(o.observedAt(), from, to))
        .map(StationPoint::of)
        .toList();
  }

  @Override
  public synchronized List<StationHour> listHours(StationKey key, Instant from, Instant to) {
    return stationDays(key)
        .flatMap(s -> StationHour.of(s).stream())
        .filter(h -> within(h.flows().start(), from, to))
        .toList();
  }

  @Override
  public synchronized Optional<StationClose> findClose(StationKey key, LocalDate date) {
    return Optional.ofNullable(closes(key.contract(), date).get(key));
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  private Optional<Loaded> find(String contract, LocalDate date) {
    Predicate<Loaded> same =
        d -> d.day().contract().equals(contract) && d.day().date().equals(date);
    return days.values().stream().filter(same).findFirst();
  }

  private Stream<StationDay> stationDays(StationKey key) {
    return days.values().stream()
        .filter(d -> d.stations().containsKey(key))
        .map(d -> d.stations().get(key));
  }

  private static boolean within(Instant time, Instant from, Instant to) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  private static DayTotals totals(Iterable<StationDay> stations, boolean closeChanged) {
    int count = 0;
    long hours = 0;
    long observations = 0;
    long episodes = 0;
    long duplicates = 0;
    for (StationDay s : stations) {
      count++;
      hours += s.flows().flows().size();
      observations += s.changes().size();
      episodes += s.flows().episodes().size();
      duplicates += s.duplicates();
    }
    return new DayTotals(count, hours, observations, episodes, duplicates, closeChanged);
  }
}
