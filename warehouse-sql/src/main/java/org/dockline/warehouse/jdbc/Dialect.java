package org.dockline.warehouse.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.dockline.station.ContractDay;

/** What differs from one database to the other. */
sealed interface Dialect permits H2Dialect, SqlServerDialect {

  /** The dialect of a JDBC address. */
  static Dialect of(String url) {
    if (!knows(url)) {
      throw new IllegalArgumentException(
          "A warehouse's address begins with jdbc:sqlserver: or jdbc:h2:, but was: " + url);
    }
    return url.startsWith("jdbc:h2:") ? new H2Dialect() : new SqlServerDialect();
  }

  /** Whether there is a dialect for that address. */
  static boolean knows(String url) {
    return url.startsWith("jdbc:h2:") || url.startsWith("jdbc:sqlserver:");
  }

  /** Where the migrations lie on the class path. */
  String migrations();

  /** Driver settings of a connection that writes much. */
  Properties bulkProperties();

  /** Rows to send at once. */
  int batchSize();

  /** Deletes what a table keeps of one contract-day and returns how many rows that were. */
  long deleteDay(Sql sql, DayRows shape, ContractDay day) throws SQLException;

  /**
   * Empties tables as a whole, where that is much quicker than row by row; what was done in the
   * transaction before is committed with it.
   *
   * @return whether they are empty: false when it is not quicker, or others are just writing
   */
  boolean empty(Sql sql, List<String> tables) throws SQLException;

  /**
   * The statement that copies rows from one table to another.
   *
   * @param select a query, without an order
   * @param order the columns that the target is sorted by
   */
  String copy(String table, List<String> columns, String select, List<String> order);

  /**
   * Makes sure that what the connection committed outlives a power cut, where a commit does not.
   */
  void makeDurable(Connection connection) throws SQLException;

  /**
   * Takes the lock of the right to load for a connection without auto-commit, which keeps it until
   * it rolls back or goes.
   *
   * @return false when another connection keeps it for longer than {@code patience}
   */
  boolean takeLoadLock(Sql sql, Duration patience) throws SQLException;

  /** For how many local days observations are kept where nobody says otherwise. */
  int observationDays();

  /** What the migrations leave to be filled in, by name. */
  Map<String, String> placeholders();

  /** What is to be done once, before the first migration; empty when nothing. */
  List<String> preparation();

  /**
   * The statements that let a login read the views; empty where that is for an administrator to do.
   *
   * @param user a plain name
   */
  List<String> readerStatements(String user, String password);
}
