package org.dockline.batch.log;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dockline.batch.load.LogRows;
import org.dockline.batch.load.ObservationLog;
import org.dockline.batch.survey.LogSurvey;
import org.dockline.batch.survey.NewestReports;
import org.dockline.batch.survey.OffsetRange;
import org.dockline.batch.survey.SurveyedLog;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.LogGap;
import org.dockline.station.PollReport;
import org.dockline.station.wire.PollReportJson;
import org.dockline.station.wire.RejectionJson;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.RejectedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A log of one part or of several, joined at an offset of each partition: what two parts hold is
 * read from the older one, so no record is met twice.
 */
public final class JoinedLog implements ObservationLog {
  private final List<LogPart> parts;
  private final ContractCatalogue catalogue;
  private final Clock clock;

  /**
   * Joins parts.
   *
   * @param parts the oldest first
   * @param catalogue the zones that are known beforehand
   * @param clock tells the end of a gap behind which there is nothing yet
   */
  public JoinedLog(List<LogPart> parts, ContractCatalogue catalogue, Clock clock) {
    this.parts = List.copyOf(parts);
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Override
  public SurveyedLog survey(Collection<LoadedDay> loaded) {
    // In this order: a report vouches for the observations that were written before it.
    NewestReports reports = reports();
    List<Map<Integer, OffsetRange>> held = held(LogTopic.STATIONS);
    boolean behind = parts.stream().allMatch(LogPart::isBehind);
    LogSurvey survey = new LogSurvey(catalogue, reports, loaded, end(held), behind);
    List<Map<Integer, OffsetRange>> shares = Seam.of(held);
    Map<Integer, Instant> lastBefore = new HashMap<>();
    Map<Integer, Long> reached = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      Map<Integer, OffsetRange> share = shares.get(i);
      Edges edges = parts.get(i).survey(share, survey);
      share.forEach(
          (partition, range) -> {
            if (range.from() > reached.getOrDefault(partition, 0L)) {
              survey.add(gap(lastBefore.get(partition), edges.first(partition)));
            }
            reached.put(partition, range.to());
            Optional.ofNullable(edges.last(partition))
                .ifPresent(last -> lastBefore.put(partition, last));
          });
    }
    return survey.result();
  }

  @Override
  public Dataset<Row> read(SparkSession spark, Map<Integer, OffsetRange> ranges, int splits) {
    List<Map<Integer, OffsetRange>> shares = Seam.of(held(LogTopic.STATIONS));
    Dataset<Row> all = LogRows.dataset(spark, List.of());
    for (int i = 0; i < parts.size(); i++) {
      Map<Integer, OffsetRange> share = Seam.within(shares.get(i), ranges);
      if (!share.isEmpty()) {
        all = all.unionAll(parts.get(i).rows(spark, share, splits));
      }
    }
    return all;
  }

  @Override
  public void polls(Instant from, Instant to, Consumer<PollReport> each) {
    read(
        LogTopic.POLLS,
        new TimeRange(from, to),
        r -> Optional.ofNullable(r.value()).flatMap(PollReportJson::decode).ifPresent(each));
  }

  @Override
  public void rejections(Instant from, Instant to, Consumer<RejectedRecord> each) {
    read(
        LogTopic.REJECTED,
        new TimeRange(from, to),
        r ->
            Optional.ofNullable(r.value())
                .flatMap(RejectionJson::decode)
                .ifPresent(
                    rejection ->
                        each.accept(new RejectedRecord(r.partition(), r.offset(), rejection))));
  }

  private void read(LogTopic topic, TimeRange times, Consumer<RawRecord> each) {
    List<Map<Integer, OffsetRange>> shares = Seam.of(held(topic));
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).read(topic, shares.get(i), times, each);
    }
  }

  /** All there are: an old one may be the last to tell the zone of a contract that fell silent. */
  private NewestReports reports() {
    NewestReports reports = new NewestReports();
    List<Map<Integer, OffsetRange>> shares = Seam.of(held(LogTopic.POLLS));
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).reports(shares.get(i), reports);
    }
    return reports;
  }

  private List<Map<Integer, OffsetRange>> held(LogTopic topic) {
    return parts.stream().map(part -> part.held(topic)).toList();
  }

  /**
   * What was deleted lay before the first record that is left, and in a log that the poller writes
   * was polled before it, and after what came before the gap.
   */
  private LogGap gap(@Nullable Instant before, @Nullable Instant after) {
    Instant end = after == null ? clock.instant() : after;
    return before == null ? LogGap.before(end) : LogGap.between(before, end);
  }

  private static Map<Integer, Long> end(List<Map<Integer, OffsetRange>> held) {
    Map<Integer, Long> end = new HashMap<>();
    held.forEach(
        part -> part.forEach((partition, range) -> end.merge(partition, range.to(), Math::max)));
    return end;
  }
}
