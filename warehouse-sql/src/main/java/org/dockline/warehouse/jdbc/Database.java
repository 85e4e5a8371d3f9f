package org.dockline.warehouse.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The connections to one warehouse: short questions share a small pool; long work, whose connection
 * writes much or holds locks, has one of its own.
 */
final class Database implements AutoCloseable {

  private final WarehouseLogin login;
  private final Dialect dialect;
  private final HikariDataSource pool;

  Database(WarehouseLogin login) {
    this.login = login;
    this.dialect = Dialect.of(login.url());
    this.pool = Pools.open(login);
  }

  /** Work over one connection. */
  @FunctionalInterface
  interface Work<T> {
    T over(Sql sql) throws SQLException;
  }

  WarehouseLogin login() {
    return login;
  }

  Dialect dialect() {
    return dialect;
  }

  /**
   * A short question, all or nothing: the connection commits at the end of the work.
   *
   * @param what completes "Could not …"
   */
  <T> T ask(String what, Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return committed(connection, work);
    } catch (SQLException e) {
      throw WarehouseErrors.of(what, login, e);
    }
  }

  /** A short command; see {@link #ask}. */
  void tell(String what, Command command) {
    ask(
        what,
        sql -> {
          command.over(sql);
          return what;
        });
  }

  /** Work without an answer. */
  @FunctionalInterface
  interface Command {
    void over(Sql sql) throws SQLException;
  }

  /** Long work in one transaction, whose outcome outlives a power cut. */
  <T> T work(String what, Work<T> work) {
    return alone(what, work, dialect::makeDurable);
  }

  /** A question that may take long. */
  <T> T study(String what, Work<T> work) {
    return alone(what, work, connection -> {});
  }

  private <T> T alone(String what, Work<T> work, Afterwards afterwards) {
    try (Connection connection = login.connect()) {
      connection.setAutoCommit(false);
      T answer = committed(connection, work);
      afterwards.over(connection);
      return answer;
    } catch (SQLException e) {
      throw WarehouseErrors.of(what, login, e);
    }
  }

  /** What is done once the transaction is committed. */
  @FunctionalInterface
  private interface Afterwards {
    void over(Connection connection) throws SQLException;
  }

  private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
    try {
      T answer = work.over(new Sql(connection));
      connection.commit();
      return answer;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
