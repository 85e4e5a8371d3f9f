package org.dockline.warehouse.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.dockline.warehouse.WarehouseException;

/**
 * The warehouse in SQL Server or H2. What it reads, it reads from views, so that a login that may
 * only see those can serve a dashboard. Short questions share a small pool; staging and the
 * replacement of a day each have a connection of their own.
 */
public final class JdbcWarehouse implements Warehouse {

  private final WarehouseLogin login;
  private final Clock clock;
  private final HikariDataSource pool;

  private JdbcWarehouse(WarehouseLogin login, Clock clock, HikariDataSource pool) {
    this.login = login;
    this.clock = clock;
    this.pool = pool;
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
    return new JdbcWarehouse(login, clock, Pools.open(login));
  }

  @Override
  public List<LoadedDay> listLoadedDays() {
    return ask("list the loaded days", LoadedDayRows::list);
  }

  @Override
  public Map<String, Instant> loadedThrough() {
    return ask("ask up to when is loaded", LoadedDayRows::through);
  }

  @Override
  public Map<StationKey, StationClose> closes(String contract, LocalDate date) {
    return ask(
        "read the closes of " + contract + " " + date,
        sql -> {
          Map<StationKey, StationClose> closes = new TreeMap<>();
          sql.list(
                  "SELECT * FROM bikes.v_serving_close WHERE contract = ? AND local_date = ?",
                  row -> row.text(contract).date(date),
                  row -> Map.entry(CloseRows.key(row), CloseRows.read(row)))
              .forEach(entry -> closes.put(entry.getKey(), entry.getValue()));
          return closes;
        });
  }

  @Override
  public Optional<StationClose> findClose(StationKey key, LocalDate date) {
    return ask(
        "read the close of " + key + " " + date,
        sql ->
            sql
                .list(
                    "SELECT * FROM bikes.v_serving_close WHERE station_key = ? AND local_date = ?",
                    row -> row.number(key.stableHash()).date(date),
                    CloseRows::read)
                .stream()
                .findFirst());
  }

  @Override
  public StagingWriter stage(String loadId, int part) {
    return JdbcStagingWriter.open(login, loadId, part);
  }

  @Override
  public DayTotals replaceDay(String loadId, ContractDay day, DayRead read) {
    try (Connection connection = login.connect()) {
      connection.setAutoCommit(false);
      return replaceDay(connection, loadId, day, read);
    } catch (SQLException e) {
      throw WarehouseErrors.of("load " + day, login, e);
    }
  }

  private DayTotals replaceDay(Connection connection, String loadId, ContractDay day, DayRead read)
      throws SQLException {
    try {
      Dialect dialect = Dialect.of(login.url());
      DayTotals totals =
          new DayReplacement(connection, dialect, loadId, day).run(read, clock.instant());
      connection.commit();
      dialect.makeDurable(connection);
      return totals;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  @Override
  public void discardStaging(String loadId) {
    ask(
        "discard the staging of " + loadId,
        sql -> {
          Staging.deleteLoad(sql, loadId);
          return loadId;
        });
  }

  @Override
  public void recordRun(LoadRun run) {
    ask(
        "note a load of " + run.contract() + " " + run.date(),
        sql -> {
          LoadRunRows.add(sql, run);
          return run;
        });
  }

  @Override
  public List<LoadRun> listRuns(int limit) {
    return limit == 0 ? List.of() : ask("list the loads", sql -> LoadRunRows.list(sql, limit));
  }

  @Override
  public void saveContracts(List<Contract> contracts) {
    ask(
        "save the contracts",
        sql -> {
          for (Contract contract : contracts) {
            ContractRows.save(sql, contract);
          }
          return contracts;
        });
  }

  @Override
  public List<Contract> listContracts() {
    return ask("list the contracts", ContractRows::list);
  }

  @Override
  public List<StationPoint> listPoints(StationKey key, Instant from, Instant to) {
    return ask(
        "read the observations of " + key,
        sql ->
            sql.list(
                "SELECT * FROM bikes.v_serving_point"
                    + " WHERE station_key = ? AND observed_at >= ? AND observed_at < ?"
                    + " ORDER BY observed_at, polled_at, source",
                row -> row.number(key.stableHash()).time(from).time(to),
                row -> PointRows.read(key, row)));
  }

  @Override
  public List<StationHour> listHours(StationKey key, Instant from, Instant to) {
    return ask(
        "read the hours of " + key,
        sql ->
            sql.list(
                "SELECT * FROM bikes.v_serving_hour"
                    + " WHERE station_key = ? AND hour_start_utc >= ? AND hour_start_utc < ?"
                    + " ORDER BY hour_start_utc",
                row -> row.number(key.stableHash()).time(from).time(to),
                row -> HourRows.read(key, row)));
  }

  @Override
  public void close() {
    pool.close();
  }

  /** Work over one connection. */
  @FunctionalInterface
  private interface Work<T> {
    T over(Sql sql) throws SQLException;
  }

  /** All or nothing: the connection commits at the end of the work. */
  private <T> T ask(String what, Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      try {
        T answer = work.over(new Sql(connection));
        connection.commit();
        return answer;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw WarehouseErrors.of(what, login, e);
    }
  }
}
