package org.dockline.warehouse.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements with parameters, run over one connection. */
record Sql(Connection connection) {

  /** Sets a statement's parameters. */
  @FunctionalInterface
  interface Binding {
    /** No parameters. */
    Binding NONE = row -> {};

    void bind(RowBinder row) throws SQLException;
  }

  /** Makes an object of a row. */
  @FunctionalInterface
  interface Mapping<T> {
    T map(RowReader row) throws SQLException;
  }

  /** Takes one row. */
  @FunctionalInterface
  interface Taker {
    void take(RowReader row) throws SQLException;
  }

  <T> List<T> list(String query, Binding binding, Mapping<T> mapping) throws SQLException {
    List<T> rows = new ArrayList<>();
    each(query, binding, row -> rows.add(mapping.map(row)));
    return rows;
  }

  /** Row by row, so that a result need not fit into memory. */
  void each(String query, Binding binding, Taker taker) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      binding.bind(new RowBinder(statement));
      statement.setFetchSize(2_000);
      try (ResultSet result = statement.executeQuery()) {
        RowReader reader = new RowReader(result);
        while (result.next()) {
          taker.take(reader);
        }
      }
    }
  }

  /** Returns how many rows were touched. */
  long update(String command, Binding binding) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(command)) {
      binding.bind(new RowBinder(statement));
      return statement.executeLargeUpdate();
    }
  }

  /** Inserts one row and returns the number that the database gave it. */
  long insertNumbered(String command, Binding binding) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(command, Statement.RETURN_GENERATED_KEYS)) {
      binding.bind(new RowBinder(statement));
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  /** Runs a command that takes no parameters. */
  void execute(String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
