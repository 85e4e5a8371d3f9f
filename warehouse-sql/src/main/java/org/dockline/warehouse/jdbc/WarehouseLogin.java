package org.dockline.warehouse.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.dockline.station.settings.Secret;
import org.dockline.station.settings.Settings;
import org.dockline.warehouse.WarehouseException;
import org.jspecify.annotations.Nullable;

/**
 * Where the warehouse is and who asks.
 *
 * @param url a JDBC address of SQL Server or H2; it holds no password
 * @param user the login
 * @param password its password
 */
public record WarehouseLogin(String url, String user, Secret password) {

  /** The address of the embedded warehouse, as it is when nothing is set. */
  public static final String DEFAULT_URL = "jdbc:h2:tcp://127.0.0.1:9123/dockline";

  /** Who owns and writes the warehouse: {@code WAREHOUSE_USER}, {@code WAREHOUSE_PASSWORD}. */
  public static WarehouseLogin writer(Settings settings) {
    return new WarehouseLogin(
        url(settings),
        settings.text("WAREHOUSE_USER", "dockline_etl"),
        settings.secret("WAREHOUSE_PASSWORD"));
  }

  /** Who sees the views only: {@code WAREHOUSE_READER_USER}, {@code WAREHOUSE_READER_PASSWORD}. */
  public static WarehouseLogin reader(Settings settings) {
    return new WarehouseLogin(
        url(settings),
        settings.text("WAREHOUSE_READER_USER", "dockline_reader"),
        settings.secret("WAREHOUSE_READER_PASSWORD"));
  }

  /**
   * Who may make databases and logins: {@code WAREHOUSE_ADMIN_USER}, {@code
   * WAREHOUSE_ADMIN_PASSWORD}; null when no password is given.
   */
  public static @Nullable WarehouseLogin administrator(Settings settings) {
    Secret password = settings.findSecret("WAREHOUSE_ADMIN_PASSWORD");
    String user = settings.text("WAREHOUSE_ADMIN_USER", "sa");
    return password == null ? null : new WarehouseLogin(url(settings), user, password);
  }

  /**
   * Sees whether the warehouse can be used with this login.
   *
   * @throws WarehouseException when it is away, refuses the login, or its schema is another
   *     program's
   */
  public void check() {
    SchemaVersion.check(this);
  }

  /**
   * A new connection with auto-commit on.
   *
   * @throws WarehouseException when the database is away or refuses
   */
  Connection connect() {
    try {
      Properties properties = Dialect.of(url).bulkProperties();
      properties.setProperty("user", user);
      properties.setProperty("password", password.reveal());
      return DriverManager.getConnection(url, properties);
    } catch (SQLException e) {
      throw WarehouseErrors.of("log in", this, e);
    }
  }

  private static String url(Settings settings) {
    String url = settings.text("WAREHOUSE_URL", DEFAULT_URL);
    if (!Dialect.knows(url)) {
      settings.problem(
          "WAREHOUSE_URL is '" + url + "'; it must begin with jdbc:sqlserver: or jdbc:h2:");
    }
    return url;
  }
}
