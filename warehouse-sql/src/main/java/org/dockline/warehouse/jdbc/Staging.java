package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.ContractDay;
import org.dockline.warehouse.WarehouseException;

/** The staging tables: whose rows are whose. */
final class Staging {

  private Staging() {}

  /**
   * The condition that picks the rows of one day of one load. It names their parts by number,
   * because a subquery would be asked again for every row by some databases.
   */
  static String ofDay(Sql sql, String loadId, ContractDay day) throws SQLException {
    List<String> stageIds =
        sql.list(
            "SELECT stage_id FROM bikes.staging_part"
                + " WHERE load_id = ? AND contract = ? AND local_date = ? ORDER BY part",
            row -> row.text(loadId).text(day.contract()).date(day.date()),
            row -> Long.toString(row.number("stage_id")));
    return stageIds.isEmpty() ? "1 = 0" : "stage_id IN (" + String.join(", ", stageIds) + ")";
  }

  /** Notes a part of a day and returns its number. */
  static long addPart(Sql sql, String loadId, int part, ContractDay day) throws SQLException {
    return sql.insertNumbered(
        "INSERT INTO bikes.staging_part (load_id, part, contract, local_date) VALUES (?, ?, ?, ?)",
        row -> row.text(loadId).count(part).text(day.contract()).date(day.date()));
  }

  static void deletePart(Sql sql, String loadId, int part) throws SQLException {
    delete(sql, "load_id = ? AND part = ?", row -> row.text(loadId).count(part));
  }

  static void deleteLoad(Sql sql, String loadId) throws SQLException {
    delete(sql, "load_id = ?", row -> row.text(loadId));
  }

  /**
   * Deletes whatever any load staged, and notes whose it was: a load that lives after all must not
   * take the rest for the whole.
   */
  static void deleteAbandoned(Sql sql) throws SQLException {
    sql.update(
        "INSERT INTO bikes.staging_discarded (load_id) SELECT DISTINCT p.load_id"
            + " FROM bikes.staging_part p WHERE NOT EXISTS (SELECT 1"
            + " FROM bikes.staging_discarded d WHERE d.load_id = p.load_id)",
        Sql.Binding.NONE);
    delete(sql, "load_id IN (SELECT load_id FROM bikes.staging_discarded)", Sql.Binding.NONE);
  }

  /** See {@link #deleteAbandoned}. */
  static void refuseDiscarded(Sql sql, String loadId) throws SQLException {
    boolean discarded =
        !sql.list(
                "SELECT load_id FROM bikes.staging_discarded WHERE load_id = ?",
                row -> row.text(loadId),
                row -> row.text("load_id"))
            .isEmpty();
    if (discarded) {
      throw new WarehouseException(
          "Another load has begun and discarded what "
              + loadId
              + " had staged: its connection was lost; load again");
    }
  }

  /** By number, so that the rows are found by the index. */
  private static void delete(Sql sql, String condition, Sql.Binding binding) throws SQLException {
    List<Long> stageIds =
        sql.list(
            "SELECT stage_id FROM bikes.staging_part WHERE " + condition,
            binding,
            row -> row.number("stage_id"));
    List<String> tables = new ArrayList<>(List.of("bikes.staging_station_version"));
    DayRows.all().forEach(shape -> tables.add(shape.staging()));
    tables.add("bikes.staging_part");
    for (long stageId : stageIds) {
      for (String table : tables) {
        sql.update("DELETE FROM " + table + " WHERE stage_id = ?", row -> row.number(stageId));
      }
    }
  }
}
