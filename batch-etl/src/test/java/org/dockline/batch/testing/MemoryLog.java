package org.dockline.batch.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.dockline.batch.load.LogRows;
import org.dockline.batch.load.ObservationLog;
import org.dockline.batch.survey.LogSurvey;
import org.dockline.batch.survey.NewestReports;
import org.dockline.batch.survey.OffsetRange;
import org.dockline.batch.survey.SurveyedLog;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.wire.ObservationJson;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.RejectedRecord;
import org.jspecify.annotations.Nullable;

/** A log of one partition in memory. */
public final class MemoryLog implements ObservationLog {

  private record Entry(String key, Instant timestamp, @Nullable String value) {
    Row row() {
      return RowFactory.create(
          key.getBytes(StandardCharsets.UTF_8),
          timestamp,
          value == null ? null : value.getBytes(StandardCharsets.UTF_8),
          null);
    }
  }

  private final ContractCatalogue catalogue;
  private final List<Entry> entries = new ArrayList<>();
  private final NewestReports reports = new NewestReports();
  private final List<PollReport> polls = new ArrayList<>();
  private final List<RejectedRecord> rejections = new ArrayList<>();
  private int forgetWhenRead;

  /** Knows the zones of that catalogue. */
  public MemoryLog(ContractCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Appends observations in the order given. */
  public void append(Collection<StationObservation> observations) {
    observations.forEach(
        o -> append(o.key().toString(), o.polledAt(), ObservationJson.encodeText(o)));
  }

  /** Appends any record. */
  public void append(String key, Instant timestamp, @Nullable String value) {
    entries.add(new Entry(key, timestamp, value));
  }

  /** All contracts were polled then. */
  public void report(Instant startedAt) {
    report(
        new PollReport(
            Source.JCDECAUX_V3,
            PollReport.ALL,
            startedAt,
            Duration.ofMillis(80),
            200,
            1,
            1,
            1,
            0,
            null,
            false,
            true));
  }

  /** Adds a report. */
  public void report(PollReport report) {
    polls.add(report);
    reports.add(report);
  }

  /** The next readings miss that many of the records that the survey has seen. */
  public void forgetWhenRead(int records) {
    forgetWhenRead = records;
  }

  @Override
  public SurveyedLog survey(Collection<LoadedDay> loaded) {
    LogSurvey survey = new LogSurvey(catalogue, reports, loaded, Map.of(0, (long) entries.size()));
    for (int i = 0; i < entries.size(); i++) {
      survey.add(entries.get(i).key(), 0, i, entries.get(i).timestamp().toEpochMilli());
    }
    return survey.result();
  }

  @Override
  public Dataset<Row> read(SparkSession spark, Map<Integer, OffsetRange> ranges, int splits) {
    OffsetRange range = ranges.getOrDefault(0, new OffsetRange(0, 0));
    List<Row> rows =
        entries.subList((int) range.from() + forgetWhenRead, (int) range.to()).stream()
            .map(Entry::row)
            .toList();
    return LogRows.dataset(spark, rows);
  }

  @Override
  public void polls(Instant from, Instant to, Consumer<PollReport> each) {
    polls.stream()
        .filter(r -> !r.startedAt().isBefore(from) && r.startedAt().isBefore(to))
        .forEach(each);
  }

  /** Adds something rejected. */
  public void reject(Rejection rejection) {
    rejections.add(new RejectedRecord(0, rejections.size(), rejection));
  }

  @Override
  public void rejections(Instant from, Instant to, Consumer<RejectedRecord> each) {
    rejections.stream()
        .filter(r -> !r.rejection().polledAt().isBefore(from))
        .filter(r -> r.rejection().polledAt().isBefore(to))
        .forEach(each);
  }
}
