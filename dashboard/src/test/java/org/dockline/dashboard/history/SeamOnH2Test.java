package org.dockline.dashboard.history;

import java.time.Clock;
import org.dockline.dashboard.testing.SomeWarehouse;
import org.dockline.warehouse.Warehouse;

/** The seam with the warehouse that there is, in the tables and by the queries of every day. */
class SeamOnH2Test extends SeamContract {

  private static final boolean LONG = Boolean.getBoolean("dockline.long");

  SeamOnH2Test() {
    super(LONG ? ZONES : ZONES.subList(0, 1), LONG ? 60 : 1);
  }

  @Override
  Warehouse open(Clock clock) {
    return new SomeWarehouse(clock).open();
  }
}
