package org.dockline.warehouse.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.station.PollHour;
import org.dockline.station.StationKey;
import org.dockline.station.flow.FlowTotals;
import org.dockline.station.flow.StationClose;
import org.dockline.warehouse.DayChecksum;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.DayTotals;
import org.dockline.warehouse.LoadJournal;
import org.dockline.warehouse.LoadLock;
import org.dockline.warehouse.LoadMark;
import org.dockline.warehouse.LoadProgress;
import org.dockline.warehouse.LoadRun;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.PollFacts;
import org.dockline.warehouse.RejectedRecord;
import org.dockline.warehouse.StagingWriter;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.StationPoint;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;

/**
 * The warehouse in SQL Server or H2. What it reads for a dashboard, it reads from views, so that a
 * login that may only see those can serve one.
 */
public final class JdbcWarehouse implements Warehouse {

  private final Database database;
  private final JdbcDays days;
  private final JdbcHistory history;
  private final LoadJournal journal;
  private final PollFacts pollFacts;

  private JdbcWarehouse(Database database, Clock clock) {
    this.database = database;
    this.days = new JdbcDays(database, clock);
    this.history = new JdbcHistory(database);
    this.journal = new JdbcJournal(database, clock);
    this.pollFacts = new JdbcPollFacts(database);
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
    database.tell("discard the staging of " + loadId, sql -> Staging.deleteLoad(sql, loadId));
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
  public List<StationPoint> listPoints(StationKey key, Instant from, Instant to) {
    return history.points(key, from, to);
  }

  @Override
  public List<StationHour> listHours(StationKey key, Instant from, Instant to) {
    return history.hours(key, from, to);
  }

  @Override
  public Map<StationKey, List<StationPoint>> listContractPoints(
      String contract, Instant from, Instant to) {
    return history.contractPoints(contract, from, to);
  }

  @Override
  public List<FlowTotals> listContractHours(String contract, Instant from, Instant to) {
    return history.contractHours(contract, from, to);
  }

  @Override
  public List<StationHour> listHours(ContractDay day) {
    return days.hours(day);
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
  public void close() {
    database.close();
  }
}
