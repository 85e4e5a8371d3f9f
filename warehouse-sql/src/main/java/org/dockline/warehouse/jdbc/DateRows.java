package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** The rows of {@code dim_date}; a date is added when the first day of that date is loaded. */
final class DateRows {

  private DateRows() {}

  static void addMissing(Sql sql, LocalDate date) throws SQLException {
    boolean known =
        !sql.list(
                "SELECT local_date FROM bikes.dim_date WHERE local_date = ?",
                row -> row.date(date),
                row -> row.date("local_date"))
            .isEmpty();
    if (!known) {
      sql.update(
          "INSERT INTO bikes.dim_date (local_date, calendar_year, calendar_quarter,"
              + " calendar_month, month_name, day_of_month, iso_year, iso_week, day_of_week,"
              + " day_name, is_weekend) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          row -> bind(date, row));
    }
  }

  private static void bind(LocalDate date, RowBinder row) throws SQLException {
    DayOfWeek day = date.getDayOfWeek();
    row.date(date).count(date.getYear()).count(date.get(IsoFields.QUARTER_OF_YEAR));
    row.count(date.getMonthValue());
    row.text(date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    row.count(date.getDayOfMonth());
    row.count(date.get(IsoFields.WEEK_BASED_YEAR))
        .count(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    row.count(day.getValue()).text(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    row.flag(day.getValue() >= DayOfWeek.SATURDAY.getValue());
  }
}
