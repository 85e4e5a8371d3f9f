package org.dockline.dashboard.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.flow.StationClose;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.DayTotals;
import org.dockline.warehouse.LoadRun;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.StagingWriter;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.StationPoint;
import org.dockline.warehouse.Warehouse;

/** A warehouse that knows one close and how far it is loaded, and nothing else. */
record FakeWarehouse(
    Map<String, Instant> loadedThrough, StationKey key, LocalDate date, StationClose left)
    implements Warehouse {

  @Override
  public Optional<StationClose> findClose(StationKey station, LocalDate day) {
    return station.equals(key) && day.equals(date) ? Optional.of(left) : Optional.empty();
  }

  @Override
  public List<StationPoint> listPoints(StationKey station, Instant from, Instant to) {
    return List.of();
  }

  @Override
  public List<StationHour> listHours(StationKey station, Instant from, Instant to) {
    return List.of();
  }

  @Override
  public List<LoadedDay> listLoadedDays() {
    return List.of();
  }

  @Override
  public Map<StationKey, StationClose> closes(String contract, LocalDate day) {
    return Map.of();
  }

  @Override
  public StagingWriter stage(String loadId, int part) {
    throw new UnsupportedOperationException("only read");
  }

  @Override
  public DayTotals replaceDay(String loadId, ContractDay day, DayRead read) {
    throw new UnsupportedOperationException("only read");
  }

  @Override
  public void discardStaging(String loadId) {}

  @Override
  public void recordRun(LoadRun run) {}

  @Override
  public List<LoadRun> listRuns(int limit) {
    return List.of();
  }

  @Override
  public void saveContracts(List<Contract> contracts) {}

  @Override
  public List<Contract> listContracts() {
    return List.of();
  }

  @Override
  public void close() {}
}
