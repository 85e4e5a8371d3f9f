package org.dockline.warehouse.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of a statement from left to right; null is SQL's NULL. */
final class RowBinder {

  private final PreparedStatement statement;
  private int index;

  RowBinder(PreparedStatement statement) {
    this.statement = statement;
  }

  RowBinder number(long value) throws SQLException {
    statement.setLong(++index, value);
    return this;
  }

  RowBinder number(@Nullable Long value) throws SQLException {
    statement.setObject(++index, value, Types.BIGINT);
    return this;
  }

  RowBinder count(int value) throws SQLException {
    statement.setInt(++index, value);
    return this;
  }

  RowBinder count(@Nullable Integer value) throws SQLException {
    statement.setObject(++index, value, Types.INTEGER);
    return this;
  }

  RowBinder real(@Nullable Double value) throws SQLException {
    statement.setObject(++index, value, Types.DOUBLE);
    return this;
  }

  RowBinder flag(@Nullable Boolean value) throws SQLException {
    statement.setObject(++index, value, Types.BIT);
    return this;
  }

  RowBinder text(@Nullable String value) throws SQLException {
    statement.setNString(++index, value);
    return this;
  }

  RowBinder time(@Nullable Instant value) throws SQLException {
    return localTime(value == null ? null : SqlTimes.toColumn(value));
  }

  RowBinder localTime(@Nullable LocalDateTime value) throws SQLException {
    statement.setObject(++index, value, Types.TIMESTAMP);
    return this;
  }

  RowBinder date(LocalDate value) throws SQLException {
    statement.setObject(++index, value, Types.DATE);
    return this;
  }

  /** The next parameter is the first again. */
  void rewind() {
    index = 0;
  }
}
