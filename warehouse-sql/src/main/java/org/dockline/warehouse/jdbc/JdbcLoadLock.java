package org.dockline.warehouse.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dockline.warehouse.LoadLock;
import org.dockline.warehouse.WarehouseException;

/**
 * The right to load as a lock of the database, held by a connection of its own: it is free again as
 * soon as that connection is gone, however its process ended.
 */
final class JdbcLoadLock implements LoadLock {

  private static final int PING_SECONDS = 5;

  /** Length of the column. */
  private static final int HOLDER = 400;

  private final Database database;
  private final Connection connection;

  private JdbcLoadLock(Database database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  static JdbcLoadLock take(Database database, String holder, Duration patience, Instant now) {
    Connection connection = database.login().connect();
    try {
      connection.setAutoCommit(false);
      if (!database.dialect().takeLoadLock(new Sql(connection), patience)) {
        throw new WarehouseException(
            "Another load holds the warehouse"
                + who(database)
                + ": wait for it to end, or end it, and load again");
      }
      database.work("begin to load", sql -> begin(sql, database.dialect(), holder, now));
      return new JdbcLoadLock(database, connection);
    } catch (SQLException e) {
      closeQuietly(connection, e);
      throw WarehouseErrors.of("take the right to load", database.login(), e);
    } catch (RuntimeException e) {
      closeQuietly(connection, e);
      throw e;
    }
  }

  /** Nobody else loads now. */
  private static Instant begin(Sql sql, Dialect dialect, String holder, Instant now)
      throws SQLException {
    Locks.excludeReplacements(sql);
    sql.update("DELETE FROM bikes.load_holder", Sql.Binding.NONE);
    sql.update(
        "INSERT INTO bikes.load_holder (lock_name, holder, since_at) VALUES ('whole load', ?, ?)",
        row -> row.text(holder.length() > HOLDER ? holder.substring(0, HOLDER) : holder).time(now));
    ProgressRows.markDead(sql);
    Staging.deleteAbandoned(sql, dialect);
    return now;
  }

  private static String who(Database database) {
    List<String> holders =
        database.ask(
            "ask who loads",
            sql ->
                sql.list(
                    "SELECT holder, since_at FROM bikes.load_holder",
                    Sql.Binding.NONE,
                    row -> " (" + row.text("holder") + ", since " + row.time("since_at") + ")"));
    return holders.isEmpty() ? "" : holders.getFirst();
  }

  @Override
  public boolean isHeld() {
    try {
      return connection.isValid(PING_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** What the lock says of its holder goes first: afterwards another one's may stand there. */
  @Override
  public void close() {
    try (connection) {
      if (isHeld()) {
        database.tell(
            "end the load", sql -> sql.update("DELETE FROM bikes.load_holder", Sql.Binding.NONE));
        connection.rollback();
      }
    } catch (SQLException e) {
      throw WarehouseErrors.of("give back the right to load", database.login(), e);
    }
  }

  private static void closeQuietly(Connection connection, Exception because) {
    try {
      connection.close();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }
}
