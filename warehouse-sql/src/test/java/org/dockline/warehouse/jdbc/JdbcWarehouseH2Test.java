package org.dockline.warehouse.jdbc;

import java.time.Clock;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.testing.WarehouseContract;

class JdbcWarehouseH2Test extends WarehouseContract {

  @Override
  protected Warehouse open(Clock clock) {
    return JdbcWarehouse.open(H2Database.migrated(), clock);
  }
}
