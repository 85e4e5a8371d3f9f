package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.dockline.warehouse.LoadProgress;

/** The rows of {@code load_progress}. */
final class ProgressRows {

  /** Length of the column. */
  private static final int WHAT = 400;

  private ProgressRows() {}

  static void save(Sql sql, LoadProgress p) throws SQLException {
    long updated =
        sql.update(
            "UPDATE bikes.load_progress SET what = ?, started_at = ?, noted_at = ?, status = ?,"
                + " days_done = ?, days_failed = ?, days_total = ?, rows_read = ?,"
                + " rows_loaded = ?, error = ? WHERE load_id = ?",
            row -> bind(p, row));
    if (updated == 0) {
      sql.update(
          "INSERT INTO bikes.load_progress (what, started_at, noted_at, status, days_done,"
              + " days_failed, days_total, rows_read, rows_loaded, error, load_id)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          row -> bind(p, row));
    }
  }

  /** As they were noted. */
  static List<LoadProgress> list(Sql sql, int limit) throws SQLException {
    return sql.list(
        "SELECT * FROM bikes.v_load_progress ORDER BY started_at DESC, load_id DESC"
            + " OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY",
        row -> row.count(limit),
        ProgressRows::read);
  }

  static void markDead(Sql sql) throws SQLException {
    sql.update(
        "UPDATE bikes.load_progress SET status = 'DIED' WHERE status = 'RUNNING'",
        Sql.Binding.NONE);
  }

  private static void bind(LoadProgress p, RowBinder row) throws SQLException {
    String what = p.what();
    row.text(what.length() > WHAT ? what.substring(0, WHAT) : what);
    row.time(p.startedAt()).time(p.notedAt()).text(p.status().name());
    row.count(p.daysDone()).count(p.daysFailed()).count(p.daysTotal());
    row.number(p.rowsRead()).number(p.rowsLoaded()).text(p.error()).text(p.loadId());
  }

  private static LoadProgress read(RowReader row) throws SQLException {
    return new LoadProgress(
        row.text("load_id"),
        row.text("what"),
        row.time("started_at"),
        row.time("noted_at"),
        LoadProgress.Status.valueOf(row.text("noted_status")),
        row.count("days_done"),
        row.count("days_failed"),
        row.count("days_total"),
        row.number("rows_read"),
        row.number("rows_loaded"),
        row.findText("error"));
  }
}
