package org.dockline.dashboard.history;

import java.time.Clock;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.testing.InMemoryWarehouse;

/** The seam, as the rules of a warehouse have it. */
class SeamTest extends SeamContract {

  SeamTest() {
    super(ZONES, Boolean.getBoolean("dockline.long") ? 60 : 6);
  }

  @Override
  Warehouse open(Clock clock) {
    return new InMemoryWarehouse(clock);
  }
}
