package org.dockline.warehouse.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.dockline.station.ContractDay;
import org.h2.api.ErrorCode;

/** The embedded database, in its SQL Server mode. */
record H2Dialect() implements Dialect {

  @Override
  public String migrations() {
    return "classpath:db/warehouse/h2";
  }

  @Override
  public Properties bulkProperties() {
    return new Properties();
  }

  @Override
  public int batchSize() {
    return 2_000;
  }

  /** Station by station: H2 would ask a subquery again for every row of the table. */
  @Override
  public long deleteDay(Sql sql, DayRows shape, ContractDay day) throws SQLException {
    List<Long> stationKeys =
        sql.list(
            "SELECT station_key FROM bikes.dim_station_key WHERE contract = ?",
            row -> row.text(day.contract()),
            row -> row.number("station_key"));
    String delete = "DELETE FROM " + shape.table() + " WHERE station_key = ? AND " + shape.ofDay();
    try (Batch batch = new Batch(sql.connection(), delete, batchSize())) {
      for (long stationKey : stationKeys) {
        batch.add(
            row -> {
              row.number(stationKey);
              shape.bindDay(row, day);
            });
      }
      batch.send();
      return batch.touched();
    }
  }

  /** Each deleted row would be noted for a rollback, looked up and marked once more. */
  @Override
  public boolean empty(Sql sql, List<String> tables) throws SQLException {
    try {
      for (String table : tables) {
        sql.execute("TRUNCATE TABLE " + table);
      }
      return true;
    } catch (SQLException e) {
      if (e.getErrorCode() == ErrorCode.LOCK_TIMEOUT_1) {
        return false;
      }
      throw e;
    }
  }

  /** DIRECT: row by row, without a copy of the whole result between; staging lies in order. */
  @Override
  public String copy(String table, List<String> columns, String select, List<String> order) {
    return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") DIRECT " + select;
  }

  /** A commit of H2 reaches the disk up to half a second later. */
  @Override
  public void makeDurable(Connection connection) throws SQLException {
    new Sql(connection).execute("CHECKPOINT SYNC");
  }

  /** A row, because H2 has no locks of its own: an open transaction that changed it keeps it. */
  @Override
  public boolean takeLoadLock(Sql sql, Duration patience) throws SQLException {
    sql.execute("SET LOCK_TIMEOUT " + patience.toMillis());
    try {
      sql.update(
          "UPDATE bikes.load_lock SET taken = taken + 1 WHERE lock_name = 'whole load'",
          Sql.Binding.NONE);
      return true;
    } catch (SQLException e) {
      if (e.getErrorCode() == ErrorCode.LOCK_TIMEOUT_1) {
        return false;
      }
      throw e;
    }
  }

  /** A row takes ten times the space it has in Parquet. */
  @Override
  public int observationDays() {
    return 35;
  }

  @Override
  public Map<String, String> placeholders() {
    return Map.of(
        "replace", "REPLACE",
        "go", "",
        "now", "CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP)");
  }

  @Override
  public List<String> preparation() {
    return List.of();
  }

  @Override
  public List<String> readerStatements(String user, String password) {
    String name = '"' + user.replace("\"", "\"\"") + '"';
    String quoted = "'" + password.replace("'", "''") + "'";
    return List.of(
        "CREATE USER IF NOT EXISTS " + name + " PASSWORD " + quoted,
        "ALTER USER " + name + " SET PASSWORD " + quoted,
        "GRANT bikes_reader TO " + name);
  }
}
