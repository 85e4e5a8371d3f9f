package org.dockline.warehouse.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Clock;
import org.dockline.station.settings.Secret;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.testing.WarehouseContract;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;

/**
 * The same contract on a real SQL Server: {@code DOCKLINE_TEST_SQLSERVER_URL}, {@code …_USER} and
 * {@code …_PASSWORD} name an empty database that the tests may fill and empty again.
 */
class JdbcWarehouseSqlServerTest extends WarehouseContract {

  private static final String URL = "DOCKLINE_TEST_SQLSERVER_URL";

  @BeforeAll
  static void needsAServer() {
    assumeTrue(System.getenv(URL) != null, URL + " is not set, so there is no SQL Server to test");
  }

  @Override
  protected Warehouse open(Clock clock) {
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
    new WarehouseMigrator(login).migrate();
    return JdbcWarehouse.open(login, clock);
  }
}
