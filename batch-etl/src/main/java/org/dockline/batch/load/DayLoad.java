package org.dockline.batch.load;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dockline.batch.survey.SurveyedLog;
import org.dockline.station.Contract;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.ContractDay;
import org.dockline.station.ContractLog;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads contract-days from the log into the warehouse. Loading is idempotent: killed anywhere and
 * run again, it leaves the same rows.
 */
public final class DayLoad {

  private static final Logger LOG = LoggerFactory.getLogger(DayLoad.class);

  private final LoadParts parts;
  private final Warehouse warehouse;
  private final ContractCatalogue catalogue;
  private final Clock clock;

  /** Made of its collaborators; the catalogue knows the zones. */
  public DayLoad(LoadParts parts, ContractCatalogue catalogue) {
    this.parts = parts;
    this.warehouse = parts.warehouse();
    this.catalogue = catalogue;
    this.clock = parts.clock();
  }

  /**
   * Loads what is asked for. One contract's failure does not keep the others from being loaded.
   *
   * @throws LogUnavailableException when the log can't be read
   */
  public LoadResult run(LoadRequest request) {
    // What was committed by a load that was killed before it could tell.
    parts.loadedThrough().publish(warehouse.loadedThrough());
    SurveyedLog surveyed = parts.log().survey(warehouse.listLoadedDays());
    warehouse.saveContracts(contracts(surveyed));
    LoadPlan plan = LoadPlan.of(surveyed, request, clock.instant());
    tell(surveyed, plan);
    LoadOutcome outcome = new LoadOutcome();
    LoadNotes notes = new LoadNotes(warehouse, parts.loadId(), request.toString(), clock);
    notes.begin(plan.days().size());
    LoadRuns runs = new LoadRuns(warehouse, clock);
    plan.lost().forEach(day -> runs.failed(day, clock.instant(), StagedDay.NOTHING, forgotten()));
    try {
      load(plan.days(), surveyed, outcome, notes);
      if (request.dates() == null) {
        followChangedCloses(surveyed, outcome, notes);
      }
    } catch (WarehouseAwayException e) {
      throw e;
    } catch (RuntimeException e) {
      notes.end(outcome, Causes.sentence(e));
      throw e;
    }
    notes.end(outcome, plan.refusals().stream().findFirst().orElse(null));
    return outcome.result(plan.lost().size() + plan.refusals().size());
  }

  /** A day whose seed has changed is due at once; in date order this comes to an end. */
  private void followChangedCloses(SurveyedLog surveyed, LoadOutcome outcome, LoadNotes notes) {
    List<ContractDay> due = seedChanged(surveyed, outcome);
    while (!due.isEmpty()) {
      notes.more(due.size());
      load(due, surveyed, outcome, notes);
      due = seedChanged(surveyed, outcome);
    }
  }

  private void load(
      List<ContractDay> days, SurveyedLog surveyed, LoadOutcome outcome, LoadNotes notes) {
    if (!days.isEmpty()) {
      new ChunkLoad(parts, surveyed, outcome, notes).load(days);
    }
  }

  private List<ContractDay> seedChanged(SurveyedLog surveyed, LoadOutcome outcome) {
    return warehouse.listLoadedDays().stream()
        .filter(LoadedDay::seedChanged)
        .flatMap(loaded -> heldDay(surveyed, loaded))
        .filter(day -> !outcome.hasFailed(day.contract()))
        .sorted()
        .toList();
  }

  private static Stream<ContractDay> heldDay(SurveyedLog surveyed, LoadedDay loaded) {
    ContractLog contract = surveyed.contracts().get(loaded.contract());
    return Stream.ofNullable(contract)
        .map(c -> c.day(loaded.date()))
        .filter(day -> surveyed.extent(day).records() >= loaded.read().records());
  }

  private List<Contract> contracts(SurveyedLog surveyed) {
    ContractCatalogue known = catalogue.and(surveyed.learned());
    return surveyed.contracts().keySet().stream()
        .sorted()
        .map(name -> known.find(name).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }

  private static void tell(SurveyedLog surveyed, LoadPlan plan) {
    plan.refusals().forEach(LOG::warn);
    if (surveyed.withoutStation() > 0) {
      LOG.warn(
          "{} records have a key that names no station and are passed over",
          surveyed.withoutStation());
    }
    if (plan.days().isEmpty()) {
      LOG.info("No contract-day is to be loaded");
    } else {
      LOG.info(
          "{} contract-days to load, from {} to {}",
          plan.days().size(),
          plan.days().getFirst(),
          plan.days().getLast());
    }
  }

  private static String forgotten() {
    return "the log no longer holds the whole day, and half a day is never loaded as a whole one";
  }
}
