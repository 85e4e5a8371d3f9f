package org.dockline.batch.load;

import java.time.Clock;
import java.time.Instant;
import org.dockline.station.ContractDay;
import org.dockline.warehouse.DayTotals;
import org.dockline.warehouse.LoadRun;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseAwayException;
import org.dockline.warehouse.WarehouseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down how each contract-day went. */
final class LoadRuns {

  private static final Logger LOG = LoggerFactory.getLogger(LoadRuns.class);

  private final Warehouse warehouse;
  private final Clock clock;

  LoadRuns(Warehouse warehouse, Clock clock) {
    this.warehouse = warehouse;
    this.clock = clock;
  }

  void loaded(
      ContractDay day,
      Instant startedAt,
      StagedDay staged,
      DayTotals totals,
      @Nullable Long differing) {
    record(
        new LoadRun(
            day.contract(),
            day.date(),
            startedAt,
            clock.instant(),
            LoadRun.Status.LOADED,
            staged.records(),
            totals.duplicates(),
            staged.rejected(),
            totals.observations(),
            totals.hours(),
            differing,
            null));
  }

  void failed(ContractDay day, Instant startedAt, StagedDay staged, String error) {
    LOG.error("{} was not loaded: {}", day, error);
    record(
        new LoadRun(
            day.contract(),
            day.date(),
            startedAt,
            clock.instant(),
            LoadRun.Status.FAILED,
            staged.records(),
            0,
            staged.rejected(),
            0,
            0,
            null,
            error));
  }

  /**
   * What can't be noted is in the log.
   *
   * @throws WarehouseAwayException when it can't be reached: then no other day can be loaded
   */
  private void record(LoadRun run) {
    try {
      warehouse.recordRun(run);
    } catch (WarehouseAwayException e) {
      throw e;
    } catch (WarehouseException e) {
      LOG.warn(
          "The run of {} {} could not be noted: {}", run.contract(), run.date(), e.getMessage());
    }
  }
}
