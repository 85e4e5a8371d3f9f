package org.dockline.batch.verify;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dockline.batch.load.StationRun;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.warehouse.DayChecksum;
import org.dockline.warehouse.DayDigest;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.Warehouse;
import org.jspecify.annotations.Nullable;

/** Computes loaded days once more from the log, and compares them with what the warehouse holds. */
final class WarehouseCheck {

  private final Warehouse warehouse;
  private final LogView log;
  private final int observationDays;
  private final Map<String, LocalDate> newest = new HashMap<>();
  private final Map<ContractDay, DayDigest> digests = new HashMap<>();
  private final Map<ContractDay, Map<StationKey, StationClose>> closes = new HashMap<>();

  /**
   * To be asked for days in date order.
   *
   * @param observationDays local days of each contract whose observations the warehouse keeps
   */
  WarehouseCheck(Warehouse warehouse, LogView log, List<LoadedDay> loaded, int observationDays) {
    this.warehouse = warehouse;
    this.log = log;
    this.observationDays = observationDays;
    loaded.forEach(day -> newest.merge(day.contract(), day.date(), (a, b) -> a.isAfter(b) ? a : b));
  }

  /** Whether the day can be computed again. */
  boolean isCheckable(ContractDay day, @Nullable LoadedDay loaded) {
    return loaded != null
        && !loaded.seedChanged()
        && !log.hasLate(day)
        && !log.beginsAfter(day)
        && log.recordsRead(day) >= loaded.read().records();
  }

  /** Adds what a portion tells of a day that {@link #isCheckable}. */
  void add(Portion portion, Evidence of) {
    ContractDay day = of.day();
    Map<StationKey, StationClose> seeds = seeds(day);
    Set<StationKey> stations = new TreeSet<>(of.observations().keySet());
    seeds.keySet().stream().filter(portion::holds).forEach(stations::add);
    DayDigest digest = digests.computeIfAbsent(day, d -> new DayDigest());
    Map<StationKey, StationClose> ends = closes.computeIfAbsent(day, d -> new HashMap<>());
    for (StationKey key : stations) {
      StationClose seed = seeds.get(key);
      Map<LocalDate, StationClose> seeded = seed == null ? Map.of() : Map.of(day.date(), seed);
      for (StationDay station :
          new StationRun(key, seeded)
              .days(List.of(day), of.observations().getOrDefault(key, List.of()))) {
        digest.add(station);
        ends.put(key, station.flows().close());
      }
    }
  }

  /** What the day before comes to; what the warehouse says of it, where that was not computed. */
  private Map<StationKey, StationClose> seeds(ContractDay day) {
    Map<StationKey, StationClose> computed = closes.get(day.previous());
    return computed == null ? warehouse.closes(day.contract(), day.previous().date()) : computed;
  }

  /** How the warehouse stands to the day, once all portions of it were added. */
  WarehouseState state(ContractDay day, @Nullable LoadedDay loaded) {
    closes.keySet().removeIf(d -> d.date().isBefore(day.date().minusDays(1)));
    if (loaded == null) {
      return new WarehouseState.NotLoaded();
    }
    if (loaded.seedChanged() || log.hasLate(day)) {
      return new WarehouseState.DueAgain();
    }
    DayDigest digest = digests.remove(day);
    if (digest == null) {
      return new WarehouseState.Unchecked();
    }
    DayChecksum found = warehouse.checksum(day);
    return WarehouseState.of(found, digest.checksum(), hasExpired(day));
  }

  private boolean hasExpired(ContractDay day) {
    LocalDate last = newest.getOrDefault(day.contract(), day.date());
    return day.date().isBefore(last.minusDays(observationDays - 1L));
  }
}
