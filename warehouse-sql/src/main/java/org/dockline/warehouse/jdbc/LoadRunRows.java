package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.dockline.warehouse.LoadRun;

/** The rows of {@code load_run}. */
final class LoadRunRows {

  private LoadRunRows() {}

  static void add(Sql sql, LoadRun run) throws SQLException {
    sql.update(
        "INSERT INTO bikes.load_run (contract, local_date, started_at, finished_at, status,"
            + " rows_read, rows_duplicate, rows_rejected, rows_loaded, hours_loaded,"
            + " hours_differing, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row -> {
          row.text(run.contract()).date(run.date()).time(run.startedAt()).time(run.finishedAt());
          row.text(run.status().name()).number(run.rowsRead()).number(run.rowsDuplicate());
          row.number(run.rowsRejected()).number(run.rowsLoaded()).number(run.hoursLoaded());
          row.number(run.hoursDiffering()).text(run.error());
        });
  }

  static List<LoadRun> list(Sql sql, int limit) throws SQLException {
    return sql.list(
        "SELECT * FROM bikes.v_load_run ORDER BY run_id DESC"
            + " OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY",
        row -> row.count(limit),
        LoadRunRows::read);
  }

  private static LoadRun read(RowReader row) throws SQLException {
    return new LoadRun(
        row.text("contract"),
        row.date("local_date"),
        row.time("started_at"),
        row.time("finished_at"),
        LoadRun.Status.valueOf(row.text("status")),
        row.number("rows_read"),
        row.number("rows_duplicate"),
        row.number("rows_rejected"),
        row.number("rows_loaded"),
        row.number("hours_loaded"),
        row.findNumber("hours_differing"),
        row.findText("error"));
  }
}
