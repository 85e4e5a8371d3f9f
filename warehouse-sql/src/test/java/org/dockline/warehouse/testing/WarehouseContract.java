package org.dockline.warehouse.testing;

import java.time.Clock;
import java.time.ZoneOffset;
import org.dockline.warehouse.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every {@link Warehouse} promises: the fake, H2 and SQL Server pass the same test. */
public abstract class WarehouseContract
    implements StagingContract,
        DayContract,
        StationDimensionContract,
        RunOfDaysContract,
        JournalContract,
        PollFactsContract,
        UpkeepContract,
        ServingContract {

  private Warehouse warehouse;
  private Loader loader;

  /** A new, empty warehouse. */
  protected abstract Warehouse open(Clock clock);

  @Override
  public final Warehouse warehouse() {
    return warehouse;
  }

  @Override
  public final Loader loader() {
    return loader;
  }

  @BeforeEach
  void openIt() {
    warehouse = open(Clock.fixed(LOADED_AT, ZoneOffset.UTC));
    loader = new Loader(warehouse);
  }

  @AfterEach
  void closeIt() {
    warehouse.close();
  }
}
