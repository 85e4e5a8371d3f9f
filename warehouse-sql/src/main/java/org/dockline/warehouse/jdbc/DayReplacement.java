package org.dockline.warehouse.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.DayTotals;

/** Swaps one contract-day for what was staged for it, within the transaction of a connection. */
final class DayReplacement {

  /** A load waits this long for another one to end. */
  private static final int LOCK_WAIT_MILLIS = 600_000;

  private static final String STATIONS_OF_CONTRACT =
      "station_key IN (SELECT k.station_key FROM bikes.dim_station_key k WHERE k.contract = ?)";

  private final Connection connection;
  private final Sql sql;
  private final Dialect dialect;
  private final String loadId;
  private final ContractDay day;

  DayReplacement(Connection connection, Dialect dialect, String loadId, ContractDay day) {
    this.connection = connection;
    this.sql = new Sql(connection);
    this.dialect = dialect;
    this.loadId = loadId;
    this.day = day;
  }

  DayTotals run(DayRead read, Instant loadedAt) throws SQLException {
    excludeOtherLoads();
    Contract contract = ContractRows.findOrAdd(sql, day);
    DateRows.addMissing(sql, day.date());
    new DimensionMerge(connection, loadId, day, contract).run();
    boolean closeChanged = closeChanged();
    long duplicates = duplicates();
    for (DayRows shape : DayRows.all()) {
      delete(shape);
    }
    long observations = copy(new PointRows());
    long hours = copy(new HourRows());
    long episodes = copy(new EpisodeRows());
    int stations = Math.toIntExact(copy(new CloseRows()));
    DayTotals totals =
        new DayTotals(stations, hours, observations, episodes, duplicates, closeChanged);
    LoadedDayRows.save(sql, day, read, totals, loadedAt);
    if (closeChanged) {
      LoadedDayRows.markSeedChanged(sql, day.next());
    }
    ContractRows.noteSeen(sql, day);
    return totals;
  }

  /** The row stays locked until the transaction ends. */
  private void excludeOtherLoads() throws SQLException {
    sql.execute("SET LOCK_TIMEOUT " + LOCK_WAIT_MILLIS);
    sql.update(
        "UPDATE bikes.load_lock SET taken = taken + 1 WHERE lock_name = 'load'", Sql.Binding.NONE);
  }

  /** Whether a station came, went or ends the day otherwise than an earlier load had it. */
  private boolean closeChanged() throws SQLException {
    long before =
        count(
            "SELECT COUNT(*) AS n FROM bikes.station_day_close c WHERE c.local_date = ? AND c."
                + STATIONS_OF_CONTRACT,
            row -> row.date(day.date()).text(day.contract()));
    long staged =
        count(
            "SELECT COUNT(*) AS n FROM bikes.staging_day_close s WHERE s." + Staging.OF_DAY,
            row -> Staging.bindDay(row, loadId, day));
    long same =
        count(
            "SELECT COUNT(*) AS n FROM bikes.staging_day_close s"
                + " JOIN bikes.station_day_close c ON c.station_key = s.station_key"
                + " AND c.local_date = s.local_date AND c.close_hash = s.close_hash"
                + " WHERE s."
                + Staging.OF_DAY,
            row -> Staging.bindDay(row, loadId, day));
    return same != before || same != staged;
  }

  private long duplicates() throws SQLException {
    return count(
        "SELECT COALESCE(SUM(s.duplicates), 0) AS n FROM bikes.staging_day_close s WHERE s."
            + Staging.OF_DAY,
        row -> Staging.bindDay(row, loadId, day));
  }

  private void delete(DayRows shape) throws SQLException {
    String time = shape.timeColumn();
    String ofDay = time == null ? "local_date = ?" : time + " >= ? AND " + time + " < ?";
    sql.update(
        "DELETE FROM " + shape.table() + " WHERE " + STATIONS_OF_CONTRACT + " AND " + ofDay,
        row -> {
          row.text(day.contract());
          if (time == null) {
            row.date(day.date());
          } else {
            row.time(day.start()).time(day.end());
          }
        });
  }

  private long copy(DayRows shape) throws SQLException {
    String select =
        "SELECT "
            + String.join(", ", shape.columns())
            + " FROM "
            + shape.staging()
            + " WHERE "
            + Staging.OF_DAY;
    return sql.update(
        dialect.copy(shape.table(), shape.columns(), select, shape.order()),
        row -> Staging.bindDay(row, loadId, day));
  }

  private long count(String query, Sql.Binding binding) throws SQLException {
    return sql.list(query, binding, row -> row.number("n")).getFirst();
  }
}
