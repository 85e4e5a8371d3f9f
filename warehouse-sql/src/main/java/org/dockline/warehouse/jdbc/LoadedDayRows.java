package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.station.ContractDay;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.DayTotals;
import org.dockline.warehouse.LoadMark;
import org.dockline.warehouse.LoadedDay;

/** The rows of {@code loaded_day}, and what follows from them. */
final class LoadedDayRows {

  private LoadedDayRows() {}

  static List<LoadedDay> list(Sql sql) throws SQLException {
    return sql.list(
        "SELECT * FROM bikes.v_loaded_day ORDER BY contract, local_date",
        Sql.Binding.NONE,
        LoadedDayRows::read);
  }

  static Map<String, Instant> through(Sql sql) throws SQLException {
    Map<String, Instant> through = new TreeMap<>();
    sql.list(
            "SELECT contract, loaded_through FROM bikes.v_loaded_through",
            Sql.Binding.NONE,
            row -> Map.entry(row.text("contract"), row.time("loaded_through")))
        .forEach(entry -> through.put(entry.getKey(), entry.getValue()));
    return through;
  }

  static LoadMark mark(Sql sql, String contract) throws SQLException {
    Instant through = through(sql).get(contract);
    return sql.list(
            "SELECT COUNT(*) AS days, MAX(loaded_at) AS newest FROM bikes.v_loaded_day"
                + " WHERE contract = ?",
            row -> row.text(contract),
            row -> new LoadMark(through, row.number("days"), row.findTime("newest")))
        .getFirst();
  }

  /** Notes that a day is loaded; whether it was its contract's first of all stays as it was. */
  static void save(Sql sql, ContractDay day, DayRead read, DayTotals totals, Instant loadedAt)
      throws SQLException {
    long updated =
        sql.update(
            "UPDATE bikes.loaded_day SET day_start_utc = ?, day_end_utc = ?, records_read = ?,"
                + " read_to = ?, stations = ?, observations = ?, duplicates = ?, loaded_at = ?,"
                + " seed_changed = 0, observations_expired = 0 WHERE contract = ? AND local_date = ?",
            row -> bind(day, read, totals, loadedAt, row));
    if (updated == 0) {
      sql.update(
          "INSERT INTO bikes.loaded_day (day_start_utc, day_end_utc, records_read, read_to,"
              + " stations, observations, duplicates, loaded_at, contract, local_date,"
              + " seed_changed, loaded_first) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0,"
              + " CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END"
              + " FROM bikes.loaded_day WHERE contract = ?",
          row -> {
            bind(day, read, totals, loadedAt, row);
            row.text(day.contract());
          });
    }
  }

  /** Marks a day, if it is loaded, as seeded with what holds no more. */
  static void markSeedChanged(Sql sql, ContractDay day) throws SQLException {
    sql.update(
        "UPDATE bikes.loaded_day SET seed_changed = 1 WHERE contract = ? AND local_date = ?",
        row -> row.text(day.contract()).date(day.date()));
  }

  private static void bind(
      ContractDay day, DayRead read, DayTotals totals, Instant loadedAt, RowBinder row)
      throws SQLException {
    row.time(day.start()).time(day.end()).number(read.records()).text(read.readToText());
    row.count(totals.stations()).number(totals.observations()).number(totals.duplicates());
    row.time(loadedAt).text(day.contract()).date(day.date());
  }

  private static LoadedDay read(RowReader row) throws SQLException {
    return new LoadedDay(
        row.text("contract"),
        row.date("local_date"),
        DayRead.parse(row.number("records_read"), row.text("read_to")),
        row.time("loaded_at"),
        row.flag("seed_changed"));
  }
}
