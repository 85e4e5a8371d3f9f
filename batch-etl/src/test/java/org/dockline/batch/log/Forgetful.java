package org.dockline.batch.log;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dockline.batch.survey.LogSurvey;
import org.dockline.batch.survey.NewestReports;
import org.dockline.batch.survey.OffsetRange;

/** A part that has forgotten all that an older one holds. */
record Forgetful(LogPart part, LogPart older) implements LogPart {

  @Override
  public Map<Integer, OffsetRange> held(LogTopic topic) {
    Map<Integer, OffsetRange> forgotten = older.held(topic);
    return part.held(topic).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                e -> {
                  OffsetRange before = forgotten.getOrDefault(e.getKey(), new OffsetRange(0, 0));
                  return new OffsetRange(before.to(), e.getValue().to());
                }));
  }

  @Override
  public boolean isBehind() {
    return part.isBehind();
  }

  @Override
  public String identity(LogTopic topic) {
    return part.identity(topic);
  }

  @Override
  public Edges survey(Map<Integer, OffsetRange> ranges, LogSurvey into) {
    return part.survey(ranges, into);
  }

  @Override
  public void reports(Map<Integer, OffsetRange> ranges, NewestReports into) {
    part.reports(ranges, into);
  }

  @Override
  public void read(
      LogTopic topic, Map<Integer, OffsetRange> ranges, TimeRange times, Consumer<RawRecord> each) {
    part.read(topic, ranges, times, each);
  }

  @Override
  public Dataset<Row> rows(SparkSession spark, Map<Integer, OffsetRange> ranges, int splits) {
    return part.rows(spark, ranges, splits);
  }
}
