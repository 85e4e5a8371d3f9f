package org.dockline.warehouse.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.station.PollHour;
import org.dockline.station.StationKey;
import org.dockline.station.flow.FlowTotals;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.warehouse.DayChecksum;
import org.dockline.warehouse.DayDigest;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.DayTotals;
import org.dockline.warehouse.LoadLock;
import org.dockline.warehouse.LoadMark;
import org.dockline.warehouse.LoadProgress;
import org.dockline.warehouse.LoadRun;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.RejectedRecord;
import org.dockline.warehouse.StagingWriter;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.StationPoint;
import org.dockline.warehouse.Warehouse;

/** A warehouse for tests that keeps everything in memory and passes {@link WarehouseContract}. */
public final class InMemoryWarehouse implements Warehouse {

  private record Loaded(
      ContractDay day, Map<StationKey, StationDay> stations, LoadedDay note, boolean expired) {

    Loaded withSeedChanged() {
      LoadedDay changed =
          new LoadedDay(note.contract(), note.date(), note.read(), note.loadedAt(), true);
      return new Loaded(day, stations, changed, expired);
    }

    Loaded withoutObservations() {
      return new Loaded(day, stations, note, true);
    }

    Stream<StationPoint> points() {
      return expired
          ? Stream.empty()
          : stations.values().stream().flatMap(s -> s.changes().stream()).map(StationPoint::of);
    }
  }

  private final Clock clock;
  private final InMemoryStaging staging = new InMemoryStaging();
  private final InMemoryPollFacts pollFacts = new InMemoryPollFacts();
  private final InMemoryJournal journal;
  private final Map<ContractDay, Loaded> days = new TreeMap<>();
  private final Map<String, LocalDate> runStarts = new TreeMap<>();
  private final Map<String, Contract> contracts = new TreeMap<>();

  /** An empty one. */
  public InMemoryWarehouse(Clock clock) {
    this.clock = clock;
    this.journal = new InMemoryJournal(clock, staging::discardAbandoned);
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
  public synchronized LoadMark loadMark(String contract) {
    List<LoadedDay> loaded =
        listLoadedDays().stream().filter(day -> day.contract().equals(contract)).toList();
    Instant newest =
        loaded.stream().map(LoadedDay::loadedAt).max(Comparator.naturalOrder()).orElse(null);
    return new LoadMark(loadedThrough().get(contract), loaded.size(), newest);
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
    return staging.writer(loadId, part);
  }

  @Override
  public synchronized DayTotals replaceDay(String loadId, ContractDay day, DayRead read) {
    Map<StationKey, StationClose> before = closes(day.contract(), day.date());
    Map<StationKey, StationDay> stations = new TreeMap<>();
    staging.of(loadId, day).forEach(s -> stations.put(s.flows().key(), s));
    LoadedDay note = new LoadedDay(day.contract(), day.date(), read, clock.instant(), false);
    days.put(day, new Loaded(day, stations, note, false));
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
  public void discardStaging(String loadId) {
    staging.discard(loadId);
  }

  @Override
  public LoadLock lock(String holder, Duration patience) {
    return journal.lock(holder, patience);
  }

  @Override
  public void noteProgress(LoadProgress progress) {
    journal.noteProgress(progress);
  }

  @Override
  public List<LoadProgress> listProgress(int limit) {
    return journal.listProgress(limit);
  }

  @Override
  public void recordRun(LoadRun run) {
    journal.recordRun(run);
  }

  @Override
  public List<LoadRun> listRuns(int limit) {
    return journal.listRuns(limit);
  }

  @Override
  public void replacePollHours(String contract, Instant from, Instant to, List<PollHour> hours) {
    pollFacts.replacePollHours(contract, from, to, hours);
  }

  @Override
  public List<PollHour> listPollHours(String contract, Instant from, Instant to) {
    return pollFacts.listPollHours(contract, from, to);
  }

  @Override
  public void saveRejected(List<RejectedRecord> records) {
    pollFacts.saveRejected(records);
  }

  @Override
  public List<RejectedRecord> listRejected(Instant from, Instant to, int limit) {
    return pollFacts.listRejected(from, to, limit);
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
    return days.values().stream()
        .flatMap(Loaded::points)
        .filter(p -> p.held().first().observation().key().equals(key))
        .filter(p -> within(p.held().first().observedAt(), from, to))
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
  public synchronized List<StationHour> listHours(ContractDay day) {
    return find(day.contract(), day.date()).stream()
        .flatMap(d -> d.stations().values().stream())
        .flatMap(s -> StationHour.of(s).stream())
        .toList();
  }

  @Override
  public synchronized DayChecksum checksum(ContractDay day) {
    DayDigest digest = new DayDigest();
    find(day.contract(), day.date())
        .ifPresent(
            d -> {
              d.points().forEach(digest::add);
              d.stations()
                  .forEach(
                      (key, s) -> {
                        StationHour.of(s).forEach(digest::add);
                        s.flows().episodes().forEach(digest::add);
                        digest.add(key, s.flows().close());
                      });
            });
    return digest.checksum();
  }

  @Override
  public synchronized long expireObservations(int daysKept) {
    if (daysKept < 1) {
      throw new IllegalArgumentException("At least 1 day is kept, not " + daysKept);
    }
    Map<String, LocalDate> newest = new TreeMap<>();
    days.keySet()
        .forEach(d -> newest.merge(d.contract(), d.date(), (a, b) -> a.isAfter(b) ? a : b));
    long expired = 0;
    for (Loaded loaded : List.copyOf(days.values())) {
      LocalDate keptFrom = newest.get(loaded.day().contract()).minusDays(daysKept - 1L);
      if (loaded.day().date().isBefore(keptFrom)) {
        expired += loaded.points().count();
        days.put(loaded.day(), loaded.withoutObservations());
      }
    }
    return expired;
  }

  @Override
  public synchronized Map<StationKey, List<StationPoint>> listContractPoints(
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

  /** Without places it knows no test or ghost. */
  @Override
  public synchronized List<FlowTotals> listContractHours(
      String contract, Instant from, Instant to) {
    Map<Instant, FlowTotals> totals = new TreeMap<>();
    for (StationKey key : stationsOf(contract)) {
      for (StationHour hour : listHours(key, from, to)) {
        totals.merge(hour.flows().start(), FlowTotals.of(hour.flows()), FlowTotals::with);
      }
    }
    return List.copyOf(totals.values());
  }

  private Set<StationKey> stationsOf(String contract) {
    return days.values().stream()
        .filter(d -> d.day().contract().equals(contract))
        .flatMap(d -> d.stations().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
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
