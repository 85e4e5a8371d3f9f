package org.dockline.warehouse.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dockline.warehouse.AnalystViews;
import org.dockline.warehouse.WarehouseException;

/** The views in SQL Server or H2, with a small pool of connections of its own. */
public final class JdbcAnalystViews implements AnalystViews, AutoCloseable {

  private final WarehouseLogin login;
  private final HikariDataSource pool;
  private final Map<String, View> described = new ConcurrentHashMap<>();

  private JdbcAnalystViews(WarehouseLogin login, HikariDataSource pool) {
    this.login = login;
    this.pool = pool;
  }

  /** Connects when it is first asked. */
  public static JdbcAnalystViews of(WarehouseLogin login) {
    return new JdbcAnalystViews(login, Pools.open(login));
  }

  @Override
  public List<String> names() {
    return List.copyOf(ViewRows.ORDER.keySet());
  }

  @Override
  public Optional<View> find(String name) {
    if (!ViewRows.ORDER.containsKey(name)) {
      return Optional.empty();
    }
    return Optional.of(described.computeIfAbsent(name, this::describe));
  }

  private View describe(String name) {
    try (Connection connection = pool.getConnection()) {
      return ViewRows.describe(new Sql(connection), name);
    } catch (SQLException e) {
      throw WarehouseErrors.of("describe " + name, login, e);
    }
  }

  @Override
  public void read(Query query, RowSink sink) {
    if (!ViewRows.ORDER.containsKey(query.view().name())) {
      throw new WarehouseException("There is no view " + query.view().name() + " for analysts");
    }
    try (Connection connection = pool.getConnection()) {
      try {
        ViewRows.read(new Sql(connection), query, sink);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw WarehouseErrors.of("read " + query.view().name(), login, e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
