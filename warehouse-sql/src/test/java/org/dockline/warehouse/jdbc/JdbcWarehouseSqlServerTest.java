package org.dockline.warehouse.jdbc;

import java.time.Clock;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.testing.WarehouseContract;
import org.junit.jupiter.api.BeforeAll;

/** The same contract on a real SQL Server. */
class JdbcWarehouseSqlServerTest extends WarehouseContract {

  @BeforeAll
  static void needsAServer() {
    SqlServerDatabase.create();
  }

  @Override
  protected Warehouse open(Clock clock) {
    return JdbcWarehouse.open(SqlServerDatabase.migrated(), clock);
  }
}
