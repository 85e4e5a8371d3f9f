package org.dockline.warehouse.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Reads the columns of one row by name; SQL's NULL is null. */
final class RowReader {

  private final ResultSet rows;

  RowReader(ResultSet rows) {
    this.rows = rows;
  }

  long number(String column) throws SQLException {
    return rows.getLong(column);
  }

  @Nullable Long findNumber(String column) throws SQLException {
    long value = rows.getLong(column);
    return rows.wasNull() ? null : Long.valueOf(value);
  }

  int count(String column) throws SQLException {
    return rows.getInt(column);
  }

  @Nullable Integer findCount(String column) throws SQLException {
    int value = rows.getInt(column);
    return rows.wasNull() ? null : Integer.valueOf(value);
  }

  @Nullable Double findReal(String column) throws SQLException {
    double value = rows.getDouble(column);
    return rows.wasNull() ? null : Double.valueOf(value);
  }

  boolean flag(String column) throws SQLException {
    return rows.getBoolean(column);
  }

  @Nullable Boolean findFlag(String column) throws SQLException {
    boolean value = rows.getBoolean(column);
    return rows.wasNull() ? null : Boolean.valueOf(value);
  }

  String text(String column) throws SQLException {
    return rows.getNString(column);
  }

  @Nullable String findText(String column) throws SQLException {
    return rows.getNString(column);
  }

  Instant time(String column) throws SQLException {
    return SqlTimes.fromColumn(rows.getObject(column, LocalDateTime.class));
  }

  @Nullable Instant findTime(String column) throws SQLException {
    LocalDateTime time = rows.getObject(column, LocalDateTime.class);
    return time == null ? null : SqlTimes.fromColumn(time);
  }

  @Nullable LocalDateTime findLocalTime(String column) throws SQLException {
    return rows.getObject(column, LocalDateTime.class);
  }

  LocalDate date(String column) throws SQLException {
    return rows.getObject(column, LocalDate.class);
  }

  @Nullable LocalDate findDate(String column) throws SQLException {
    return rows.getObject(column, LocalDate.class);
  }
}
