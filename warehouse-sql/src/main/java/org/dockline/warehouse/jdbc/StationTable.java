package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dockline.station.StationKey;

/**
 * A table whose rows belong to stations and are replaced station by station.
 *
 * @param columns in the order in which {@code writer} binds them
 * @param order the columns that put a station's rows in order
 */
record StationTable<R>(
    String table, List<String> columns, String order, Reader<R> reader, Writer<R> writer) {

  private static final int BATCH = 1_000;

  /** Makes an object of a row. */
  @FunctionalInterface
  interface Reader<R> {
    R read(StationKey key, RowReader row) throws SQLException;
  }

  /** Binds all columns of a row. */
  @FunctionalInterface
  interface Writer<R> {
    void bind(StationKey key, R rows, RowBinder row) throws SQLException;
  }

  /** All rows of a contract, by station and in order. */
  Map<StationKey, List<R>> read(Sql sql, String contract) throws SQLException {
    Map<StationKey, List<R>> byStation = new HashMap<>();
    sql.each(
        "SELECT k.station_id AS id_of_station, t.* FROM bikes.dim_station_key k JOIN "
            + table
            + " t ON t.station_key = k.station_key WHERE k.contract = ? ORDER BY t.station_key, "
            + order,
        row -> row.text(contract),
        row -> {
          StationKey key = new StationKey(contract, row.text("id_of_station"));
          byStation.computeIfAbsent(key, k -> new ArrayList<>()).add(reader.read(key, row));
        });
    return byStation;
  }

  /** Writes those stations whose rows are others than before; a station without rows has none. */
  void write(Sql sql, Map<StationKey, List<R>> before, Map<StationKey, List<R>> after)
      throws SQLException {
    String forget = "DELETE FROM " + table + " WHERE station_key = ?";
    try (Batch delete = new Batch(sql.connection(), forget, BATCH);
        Batch insert = Batch.insert(sql.connection(), table, columns, BATCH)) {
      for (Map.Entry<StationKey, List<R>> e : after.entrySet()) {
        List<R> old = before.getOrDefault(e.getKey(), List.of());
        if (!old.isEmpty() && !old.equals(e.getValue())) {
          delete.add(row -> row.number(e.getKey().stableHash()));
        }
      }
      delete.send();
      for (Map.Entry<StationKey, List<R>> e : after.entrySet()) {
        if (!e.getValue().equals(before.getOrDefault(e.getKey(), List.of()))) {
          for (R added : e.getValue()) {
            insert.add(row -> writer.bind(e.getKey(), added, row));
          }
        }
      }
      insert.send();
    }
  }
}
