package org.dockline.warehouse.testing;

import java.time.Clock;
import org.dockline.warehouse.Warehouse;

class InMemoryWarehouseTest extends WarehouseContract {

  @Override
  protected Warehouse open(Clock clock) {
    return new InMemoryWarehouse(clock);
  }
}
