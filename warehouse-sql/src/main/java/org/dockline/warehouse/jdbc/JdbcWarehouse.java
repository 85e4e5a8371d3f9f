package org.dockline.warehouse.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.dimension.StationPeriod;
import org.dockline.station.flow.StationClose;
import org.dockline.warehouse.ComposedWarehouse;
import org.dockline.warehouse.DayChecksum;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.DayTotals;
import org.dockline.warehouse.LoadMark;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.StagingWriter;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.WarehouseException;

/**
 * The warehouse in SQL Server or H2. What it reads for a dashboard, it reads from views, so that a
 * login that may only see those can serve one.
 */
public final class JdbcWarehouse extends ComposedWarehouse {

  private final Database database;
  private final JdbcDays days;

  private JdbcWarehouse(Database database, Clock clock) {
    super(new JdbcJournal(database, clock), new JdbcPollFacts(database), new JdbcHistory(database));
    this.database = database;
    this.days = new JdbcDays(database, clock);
  }

  /**
   * Opens it and sees whether it can be used.
   *
   * @param clock tells when a day was loaded
   * @throws WarehouseException when it is away, refuses the login, or its schema is another
   *     program's
   */
  public static JdbcWarehouse open(WarehouseLogin login, Clock clock) {
    login.check();
    return new JdbcWarehouse(new Database(login), clock);
  }

  @Override
  public List<LoadedDay> listLoadedDays() {
    return database.ask("list the loaded days", LoadedDayRows::list);
  }

  @Override
  public Map<String, Instant> loadedThrough() {
    return database.ask("ask up to when is loaded", LoadedDayRows::through);
  }

  @Override
  public LoadMark loadMark(String contract) {
    return database.ask(
        "ask when " + contract + " was loaded", sql -> LoadedDayRows.mark(sql, contract));
  }

  @Override
  public Map<StationKey, StationClose> closes(String contract, LocalDate date) {
    return days.closes(contract, date);
  }

  @Override
  public Optional<StationClose> findClose(StationKey key, LocalDate date) {
    return days.findClose(key, date);
  }

  @Override
  public StagingWriter stage(String loadId, int part) {
    return JdbcStagingWriter.open(database.login(), loadId, part);
  }

  @Override
  public DayTotals replaceDay(String loadId, ContractDay day, DayRead read) {
    return days.replace(loadId, day, read);
  }

  @Override
  public void discardStaging(String loadId) {
    database.tell(
        "discard the staging of " + loadId,
        sql -> Staging.deleteLoad(sql, database.dialect(), loadId));
  }

  @Override
  public DayChecksum checksum(ContractDay day) {
    return days.checksum(day);
  }

  @Override
  public long expireObservations(int daysKept) {
    return days.expire(daysKept);
  }

  @Override
  public void saveContracts(List<Contract> contracts) {
    database.tell("save the contracts", sql -> ContractRows.saveAll(sql, contracts));
  }

  @Override
  public List<Contract> listContracts() {
    return database.ask("list the contracts", ContractRows::list);
  }

  @Override
  public List<StationHour> listHours(ContractDay day) {
    return days.hours(day);
  }

  @Override
  public List<StationPeriod> listStationPeriods(String contract) {
    return database.ask("list the stations of " + contract, sql -> StationRows.list(sql, contract));
  }

  @Override
  public void close() {
    database.close();
  }
}
