package org.dockline.warehouse.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.dimension.StationPeriod;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.warehouse.ComposedWarehouse;
import org.dockline.warehouse.DayChecksum;
import org.dockline.warehouse.DayDigest;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.DayTotals;
import org.dockline.warehouse.LoadMark;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.StagingWriter;
import org.dockline.warehouse.StationHour;

/** A warehouse for tests that keeps everything in memory and passes {@link WarehouseContract}. */
public final class InMemoryWarehouse extends ComposedWarehouse {

  private final Clock clock;
  private final InMemoryStaging staging;
  private final InMemoryDays days;
  private final Map<String, Contract> contracts = new TreeMap<>();

  /** An empty one. */
  public InMemoryWarehouse(Clock clock) {
    this(clock, new InMemoryStaging(), new InMemoryDays());
  }

  private InMemoryWarehouse(Clock clock, InMemoryStaging staging, InMemoryDays days) {
    super(
        new InMemoryJournal(clock, staging::discardAbandoned),
        new InMemoryPollFacts(),
        new InMemoryServedRows(days));
    this.clock = clock;
    this.staging = staging;
    this.days = days;
  }

  @Override
  public List<LoadedDay> listLoadedDays() {
    return days.list().stream()
        .map(InMemoryDays.Loaded::note)
        .sorted(Comparator.comparing(LoadedDay::contract).thenComparing(LoadedDay::date))
        .toList();
  }

  @Override
  public Map<String, Instant> loadedThrough() {
    return days.loadedThrough();
  }

  @Override
  public LoadMark loadMark(String contract) {
    List<LoadedDay> loaded =
        listLoadedDays().stream().filter(day -> day.contract().equals(contract)).toList();
    Instant newest =
        loaded.stream().map(LoadedDay::loadedAt).max(Comparator.naturalOrder()).orElse(null);
    return new LoadMark(loadedThrough().get(contract), loaded.size(), newest);
  }

  @Override
  public Map<StationKey, StationClose> closes(String contract, LocalDate date) {
    return days.closes(contract, date);
  }

  @Override
  public StagingWriter stage(String loadId, int part) {
    return staging.writer(loadId, part);
  }

  @Override
  public synchronized DayTotals replaceDay(String loadId, ContractDay day, DayRead read) {
    Map<StationKey, StationDay> stations = new TreeMap<>();
    staging.of(loadId, day).forEach(s -> stations.put(s.flows().key(), s));
    contracts.putIfAbsent(
        day.contract(), new Contract(day.contract(), null, null, null, day.zone(), null, null));
    LoadedDay note = new LoadedDay(day.contract(), day.date(), read, clock.instant(), false);
    return totals(stations.values(), days.replace(day, stations, note));
  }

  @Override
  public void discardStaging(String loadId) {
    staging.discard(loadId);
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
  public List<StationHour> listHours(ContractDay day) {
    return days.find(day.contract(), day.date()).stream()
        .flatMap(d -> d.stations().values().stream())
        .flatMap(s -> StationHour.of(s).stream())
        .toList();
  }

  @Override
  public synchronized List<StationPeriod> listStationPeriods(String contract) {
    TreeMap<LocalDate, List<StationDay>> stations = new TreeMap<>();
    days.list(contract)
        .forEach(d -> stations.put(d.day().date(), List.copyOf(d.stations().values())));
    Contract known = contracts.get(contract);
    return known == null ? List.of() : new InMemoryStations(stations, known.zone()).periods();
  }

  @Override
  public DayChecksum checksum(ContractDay day) {
    DayDigest digest = new DayDigest();
    days.find(day.contract(), day.date())
        .ifPresent(
            d -> {
              if (d.expired()) {
                d.stations().values().forEach(digest::addWithoutObservations);
              } else {
                d.stations().values().forEach(digest::add);
              }
            });
    return digest.checksum();
  }

  @Override
  public long expireObservations(int daysKept) {
    if (daysKept < 1) {
      throw new IllegalArgumentException("At least 1 day is kept, not " + daysKept);
    }
    return days.expire(daysKept);
  }

  @Override
  public Optional<StationClose> findClose(StationKey key, LocalDate date) {
    return Optional.ofNullable(closes(key.contract(), date).get(key));
  }

  @Override
  public void close() {
    // Nothing is held.
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
