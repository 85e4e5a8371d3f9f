package org.dockline.warehouse.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** A command repeated for many rows, sent some thousand at a time. */
final class Batch implements AutoCloseable {

  private final PreparedStatement statement;
  private final RowBinder binder;
  private final int size;
  private int waiting;
  private long added;
  private long touched;

  Batch(Connection connection, String command, int size) throws SQLException {
    this.statement = connection.prepareStatement(command);
    this.binder = new RowBinder(statement);
    this.size = size;
  }

  /** A batch that inserts into these columns of a table. */
  static Batch insert(Connection connection, String table, List<String> columns, int size)
      throws SQLException {
    String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    return new Batch(
        connection,
        "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + marks + ")",
        size);
  }

  void add(Sql.Binding row) throws SQLException {
    binder.rewind();
    row.bind(binder);
    statement.addBatch();
    waiting++;
    added++;
    if (waiting == size) {
      send();
    }
  }

  /** Sends what waits. */
  void send() throws SQLException {
    if (waiting > 0) {
      for (int count : statement.executeBatch()) {
        touched += Math.max(count, 0);
      }
      waiting = 0;
    }
  }

  /** How many rows were added so far. */
  long added() {
    return added;
  }

  /** How many rows were touched by what was sent, as far as the database says. */
  long touched() {
    return touched;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
