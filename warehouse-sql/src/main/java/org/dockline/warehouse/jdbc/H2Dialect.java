package org.dockline.warehouse.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.dockline.station.ContractDay;

/** The embedded database, in its SQL Server mode. */
record H2Dialect() implements Dialect {

  @Override
  public String migrations() {
    return "classpath:db/migration/h2";
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
  public void deleteDay(Connection connection, DayRows shape, ContractDay day) throws SQLException {
    List<Long> stationKeys =
        new Sql(connection)
            .list(
                "SELECT station_key FROM bikes.dim_station_key WHERE contract = ?",
                row -> row.text(day.contract()),
                row -> row.number("station_key"));
    String delete = "DELETE FROM " + shape.table() + " WHERE station_key = ? AND " + shape.ofDay();
    try (Batch batch = new Batch(connection, delete, batchSize())) {
      for (long stationKey : stationKeys) {
        batch.add(
            row -> {
              row.number(stationKey);
              shape.bindDay(row, day);
            });
      }
      batch.send();
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
