package org.dockline.warehouse.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.dockline.station.settings.Secret;
import org.flywaydb.core.Flyway;

/**
 * A real SQL Server: {@code DOCKLINE_TEST_SQLSERVER_URL}, {@code …_USER} and {@code …_PASSWORD}
 * name an empty database that the tests may fill and empty again.
 */
final class SqlServerDatabase {

  private static final String URL = "DOCKLINE_TEST_SQLSERVER_URL";

  private SqlServerDatabase() {}

  /** The owner's login of the emptied database; without a server the test is skipped. */
  static WarehouseLogin create() {
    assumeTrue(System.getenv(URL) != null, URL + " is not set, so there is no SQL Server to test");
    WarehouseLogin login =
        new WarehouseLogin(
            System.getenv(URL),
            System.getenv("DOCKLINE_TEST_SQLSERVER_USER"),
            new Secret(System.getenv("DOCKLINE_TEST_SQLSERVER_PASSWORD")));
    Flyway.configure()
        .dataSource(login.url(), login.user(), login.password().reveal())
        .schemas("bikes")
        .cleanDisabled(false)
        .load()
        .clean();
    return login;
  }

  /** The same with all tables. */
  static WarehouseLogin migrated() {
    WarehouseLogin login = create();
    new WarehouseMigrator(login).migrate();
    return login;
  }
}
