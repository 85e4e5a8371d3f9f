package org.dockline.batch.load;

import java.time.Instant;
import org.dockline.batch.survey.SurveyedLog;
import org.dockline.station.ContractDay;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.DayTotals;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseAwayException;
import org.dockline.warehouse.WarehouseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces one day after the other by what was staged for it, and notes how that went. */
final class DayCommit {

  private static final Logger LOG = LoggerFactory.getLogger(DayCommit.class);

  private final Warehouse warehouse;
  private final SurveyedLog surveyed;
  private final LoadOutcome outcome;
  private final LoadRuns runs;
  private final Reconciler reconciler;

  DayCommit(LoadParts parts, SurveyedLog surveyed, LoadOutcome outcome) {
    this.warehouse = parts.warehouse();
    this.reconciler = parts.reconciler();
    this.surveyed = surveyed;
    this.outcome = outcome;
    this.runs = new LoadRuns(warehouse, parts.clock());
  }

  void commit(String loadId, ContractDay day, Instant startedAt, StagedDay staged) {
    String error = whyNot(day, staged);
    if (error != null) {
      fail(day, startedAt, staged, error);
      return;
    }
    try {
      DayRead read = new DayRead(staged.records(), surveyed.end());
      DayTotals totals = warehouse.replaceDay(loadId, day, read);
      outcome.loaded(
          day, staged.records(), totals.observations() + totals.hours() + totals.episodes());
      tell(day, staged, totals);
      Reconciled reconciled = reconciler.compare(day, surveyed);
      tell(day, reconciled);
      runs.loaded(day, startedAt, staged, totals, reconciled.differing());
    } catch (WarehouseAwayException e) {
      throw e;
    } catch (WarehouseException e) {
      LOG.debug("Replacing failed", e);
      fail(day, startedAt, staged, Causes.sentence(e));
    }
  }

  void fail(ContractDay day, Instant startedAt, StagedDay staged, String error) {
    outcome.failed(day);
    runs.failed(day, startedAt, staged, error);
  }

  private @Nullable String whyNot(ContractDay day, StagedDay staged) {
    if (outcome.hasFailed(day.contract())) {
      return "an earlier day of the contract could not be loaded";
    }
    long expected = surveyed.extent(day).records();
    if (staged.error() == null && staged.records() != expected) {
      return "%,d records were read where the log holds %,d".formatted(staged.records(), expected);
    }
    return staged.error();
  }

  private static void tell(ContractDay day, Reconciled reconciled) {
    Long differing = reconciled.differing();
    if (differing == null) {
      LOG.info("{}: not compared with the speed chain: {}", day, reconciled.lines().getFirst());
    } else if (differing == 0) {
      LOG.info("{}: all {} hours are as the speed chain has them", day, reconciled.hours());
    } else {
      LOG.warn(
          "{}: {} of {} hours differ from the speed chain's, the first: {}",
          day,
          differing,
          reconciled.hours(),
          reconciled.lines());
    }
  }

  private static void tell(ContractDay day, StagedDay staged, DayTotals totals) {
    LOG.info(
        "{}: {} records of {} stations, {} repeated, {} unreadable; {} hours, {} observations, {}"
            + " episodes",
        day,
        staged.records(),
        totals.stations(),
        totals.duplicates(),
        staged.rejected(),
        totals.hours(),
        totals.observations(),
        totals.episodes());
    if (staged.sample() != null) {
      LOG.warn("{}: one of {} unreadable records: {}", day, staged.rejected(), staged.sample());
    }
  }
}
