package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.ContractDay;
import org.dockline.warehouse.WarehouseException;

/** The staging tables: whose rows are whose. */
final class Staging {

  private static final String VERSIONS = "bikes.staging_station_version";

  private Staging() {}

  /** What is staged of one day of one load. */
  static StagedParts ofDay(Sql sql, String loadId, ContractDay day) throws SQLException {
    return parts(
        sql,
        "load_id = ? AND contract = ? AND local_date = ?",
        row -> row.text(loadId).text(day.contract()).date(day.date()));
  }

  /** Notes a part of a day and returns its number. */
  static long addPart(Sql sql, String loadId, int part, ContractDay day) throws SQLException {
    return sql.insertNumbered(
        "INSERT INTO bikes.staging_part (load_id, part, contract, local_date) VALUES (?, ?, ?, ?)",
        row -> row.text(loadId).count(part).text(day.contract()).date(day.date()));
  }

  /** Within a transaction: until it commits, what an earlier writer of the part wrote stands. */
  static void deletePart(Sql sql, String loadId, int part) throws SQLException {
    delete(sql, parts(sql, "load_id = ? AND part = ?", row -> row.text(loadId).count(part)));
  }

  static void deleteLoad(Sql sql, Dialect dialect, String loadId) throws SQLException {
    discard(sql, dialect, "load_id = ?", row -> row.text(loadId));
  }

  /**
   * Deletes whatever any load staged, and notes whose it was: a load that lives after all must not
   * take the rest for the whole.
   */
  static void deleteAbandoned(Sql sql, Dialect dialect) throws SQLException {
    sql.update(
        "INSERT INTO bikes.staging_discarded (load_id) SELECT DISTINCT p.load_id"
            + " FROM bikes.staging_part p WHERE NOT EXISTS (SELECT 1"
            + " FROM bikes.staging_discarded d WHERE d.load_id = p.load_id)",
        Sql.Binding.NONE);
    discard(
        sql, dialect, "load_id IN (SELECT load_id FROM bikes.staging_discarded)", Sql.Binding.NONE);
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

  private static void discard(Sql sql, Dialect dialect, String condition, Sql.Binding binding)
      throws SQLException {
    StagedParts parts = parts(sql, condition, binding);
    boolean areAll = parts.equals(parts(sql, "1 = 1", Sql.Binding.NONE));
    if (areAll && !parts.ids().isEmpty() && dialect.empty(sql, tables())) {
      deleteParts(sql, parts);
    } else {
      delete(sql, parts);
    }
  }

  private static void delete(Sql sql, StagedParts parts) throws SQLException {
    deleteRows(sql, parts);
    deleteParts(sql, parts);
  }

  private static void deleteParts(Sql sql, StagedParts parts) throws SQLException {
    sql.update("DELETE FROM bikes.staging_part WHERE " + parts.condition(), Sql.Binding.NONE);
  }

  private static void deleteRows(Sql sql, StagedParts parts) throws SQLException {
    sql.update("DELETE FROM " + VERSIONS + " WHERE " + parts.condition(), Sql.Binding.NONE);
    for (DayRows shape : DayRows.all()) {
      for (String staged : shape.staged(parts)) {
        sql.update("DELETE FROM " + shape.staging() + " WHERE " + staged, Sql.Binding.NONE);
      }
    }
  }

  private static List<String> tables() {
    return Stream.concat(Stream.of(VERSIONS), DayRows.all().stream().map(DayRows::staging))
        .toList();
  }

  private static StagedParts parts(Sql sql, String condition, Sql.Binding binding)
      throws SQLException {
    return new StagedParts(
        sql.list(
            "SELECT stage_id FROM bikes.staging_part WHERE "
                + condition
                + " ORDER BY part, stage_id",
            binding,
            row -> row.number("stage_id")));
  }
}
