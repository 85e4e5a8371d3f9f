package org.dockline.batch.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.dockline.batch.survey.RecordKeys;
import org.dockline.station.ContractDay;
import org.dockline.station.flow.StationDay;
import org.dockline.warehouse.StagingWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes rows in the order of their keys through the rule and stages what comes out. */
final class StagingTask implements MapPartitionsFunction<Row, Row> {

  private static final Logger LOG = LoggerFactory.getLogger(StagingTask.class);

  private final PlannedDays planned;
  private final StagingAccess staging;
  private final String loadId;

  StagingTask(PlannedDays planned, StagingAccess staging, String loadId) {
    this.planned = planned;
    this.staging = staging;
    this.loadId = loadId;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) throws IOException {
    if (!rows.hasNext()) {
      return List.<Row>of().iterator();
    }
    try (StagingWriter writer = staging.stage(loadId, TaskContext.getPartitionId())) {
      Map<ContractDay, StagedDay> staged = new Part(planned.byContract(), writer).take(rows);
      writer.commit();
      tellProgress(staged.values());
      return StagedRows.encode(staged).iterator();
    }
  }

  /** Rows hold many records each, so Spark's own count of them says little. */
  private static void tellProgress(Collection<StagedDay> staged) {
    long records = staged.stream().mapToLong(StagedDay::records).sum();
    TaskContext.get().taskMetrics().outputMetrics().setRecordsWritten(records);
  }

  /** One run of this task. */
  private static final class Part {
    private final Map<String, List<ContractDay>> days;
    private final StagingWriter writer;
    private final Map<ContractDay, StagedDay> staged = new HashMap<>();

    Part(Map<String, List<ContractDay>> days, StagingWriter writer) {
      this.days = days;
      this.writer = writer;
    }

    Map<ContractDay, StagedDay> take(Iterator<Row> rows) throws IOException {
      byte @Nullable [] key = null;
      StationInput station = null;
      while (rows.hasNext()) {
        Row row = rows.next();
        byte[] next = row.getAs(LogRows.KEY_AT);
        if (key == null || !Arrays.equals(key, next)) {
          stage(station);
          station = begin(next);
          key = next;
        }
        if (station != null) {
          station.add(row);
        }
      }
      stage(station);
      return staged;
    }

    /** Null when the key names no station; the survey has counted and told that. */
    private @Nullable StationInput begin(byte[] key) {
      return RecordKeys.station(new String(key, StandardCharsets.UTF_8))
          .map(k -> new StationInput(k, days.getOrDefault(k.contract(), List.of())))
          .orElse(null);
    }

    private void stage(@Nullable StationInput station) {
      if (station != null) {
        station.counts().forEach((day, count) -> staged.merge(day, count, StagedDay::plus));
        stationDays(station).forEach(this::stage);
      }
    }

    private void stage(StationDay day) {
      writer.add(day);
      staged.merge(day.day(), StagedDay.station(), StagedDay::plus);
    }

    /** A station on which the rule fails keeps its contract from being loaded, and no other. */
    private List<StationDay> stationDays(StationInput station) {
      try {
        return station.stationDays();
      } catch (RuntimeException e) {
        LOG.error("The days of {} can't be computed", station.key(), e);
        StagedDay failure = StagedDay.failure(station.key() + " can't be computed: " + e);
        days.getOrDefault(station.key().contract(), List.of())
            .forEach(day -> staged.merge(day, failure, StagedDay::plus));
        return List.of();
      }
    }
  }
}
