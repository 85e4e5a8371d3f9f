package org.dockline.batch.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dockline.batch.survey.SurveyedLog;
import org.dockline.station.ContractDay;
import org.dockline.warehouse.WarehouseAwayException;
import org.dockline.warehouse.WarehouseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads days piece by piece: stages each piece with Spark, then commits it day by day. */
final class ChunkLoad {

  private static final Logger LOG = LoggerFactory.getLogger(ChunkLoad.class);

  private final LoadParts parts;
  private final SurveyedLog surveyed;
  private final LoadOutcome outcome;
  private final DayCommit commit;
  private final PollFactsLoad facts;
  private final LoadNotes notes;

  /** For the days of one survey; notes in {@code outcome} what becomes of them. */
  ChunkLoad(LoadParts parts, SurveyedLog surveyed, LoadOutcome outcome, LoadNotes notes) {
    this.parts = parts;
    this.surveyed = surveyed;
    this.commit = new DayCommit(parts, surveyed, outcome);
    this.facts = new PollFactsLoad(parts.log(), parts.warehouse(), parts.clock().instant());
    this.outcome = outcome;
    this.notes = notes;
  }

  /** Loads days in their order. */
  void load(List<ContractDay> days) {
    Progress progress = new Progress(days.size(), records(days), parts.clock());
    TaskProgress tasks = new TaskProgress(progress, notes);
    SparkSession spark = parts.spark().get();
    spark.sparkContext().addSparkListener(tasks);
    try {
      for (List<ContractDay> chunk :
          Chunks.of(days, d -> surveyed.extent(d).records(), parts.sizes().recordsInChunk())) {
        loadChunk(spark, chunk, progress);
      }
    } finally {
      spark.sparkContext().removeSparkListener(tasks);
    }
  }

  private void loadChunk(SparkSession spark, List<ContractDay> chunk, Progress progress) {
    Instant startedAt = parts.clock().instant();
    List<ContractDay> days =
        chunk.stream().filter(day -> !outcome.hasFailed(day.contract())).toList();
    try {
      stageAndCommit(spark, days, startedAt, progress);
    } catch (WarehouseAwayException e) {
      // What is left in staging goes with the next load.
      throw e;
    } catch (RuntimeException e) {
      discardStaging();
      throw e;
    }
    discardStaging();
    parts.loadedThrough().publish(parts.warehouse().loadedThrough());
  }

  private void stageAndCommit(
      SparkSession spark, List<ContractDay> days, Instant startedAt, Progress progress) {
    Map<ContractDay, StagedDay> staged = stage(spark, days);
    Map<ContractDay, Long> rejected = facts.load(days);
    for (ContractDay day : days) {
      StagedDay ofDay = staged.getOrDefault(day, StagedDay.NOTHING);
      long before = rejected.getOrDefault(day, 0L);
      commit.commit(parts.loadId(), day, startedAt, ofDay.alsoRejected(before));
      LOG.info(progress.dayDone());
      notes.day(outcome);
    }
  }

  /** Spark throws what its signatures do not say. */
  private Map<ContractDay, StagedDay> stage(SparkSession spark, List<ContractDay> days) {
    int splits = parts.sizes().splits(records(days));
    try {
      Dataset<Row> read = parts.log().read(spark, surveyed.ranges(days), splits);
      return new StationStage(parts.staging(), splits)
          .stage(parts.loadId(), days, read, seeds(spark, days));
    } catch (Exception e) {
      LOG.debug("Staging failed", e);
      StagedDay failure = StagedDay.failure(Causes.sentence(e));
      return days.stream().collect(Collectors.toMap(day -> day, day -> failure));
    }
  }

  /** The closes of the days before, where those are not computed in the same piece. */
  private Dataset<Row> seeds(SparkSession spark, Collection<ContractDay> days) {
    Set<ContractDay> computed = new HashSet<>(days);
    List<Row> seeds = new ArrayList<>();
    for (ContractDay day : days) {
      if (!computed.contains(day.previous())) {
        parts
            .warehouse()
            .closes(day.contract(), day.previous().date())
            .forEach((key, close) -> seeds.add(LogRows.seed(key, day.date(), close)));
      }
    }
    return LogRows.dataset(spark, seeds);
  }

  private void discardStaging() {
    try {
      parts.warehouse().discardStaging(parts.loadId());
    } catch (WarehouseException e) {
      LOG.warn("Staging of {} could not be discarded: {}", parts.loadId(), e.getMessage());
    }
  }

  private long records(Collection<ContractDay> days) {
    return days.stream().mapToLong(day -> surveyed.extent(day).records()).sum();
  }
}
