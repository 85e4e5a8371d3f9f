package org.dockline.batch.log;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dockline.batch.load.LogRows;
import org.dockline.batch.load.LogUnavailableException;
import org.dockline.batch.survey.LogSurvey;
import org.dockline.batch.survey.NewestReports;
import org.dockline.batch.survey.OffsetRange;

/**
 * A place that holds some stretch of each partition of each topic. All methods throw {@link
 * LogUnavailableException} when it can't be read; a record that is gone from a range shows so, too.
 */
public interface LogPart {

  /** What it holds now, by partition; what is lost within that is told by {@link #survey}. */
  Map<Integer, OffsetRange> held(LogTopic topic);

  /** Whether the topics may hold more than this does, behind its end. */
  boolean isBehind();

  /** Tells a topic from one that was made anew under its name; empty when it holds nothing. */
  String identity(LogTopic topic);

  /** Lets the survey count the observations of these offsets. */
  Edges survey(Map<Integer, OffsetRange> ranges, LogSurvey into);

  /** Adds what the reports of these offsets say. */
  void reports(Map<Integer, OffsetRange> ranges, NewestReports into);

  /**
   * Hands over the records of these offsets whose time lies in the range, by partition in order.
   */
  void read(
      LogTopic topic, Map<Integer, OffsetRange> ranges, TimeRange times, Consumer<RawRecord> each);

  /** The observations of these offsets in the shape of {@link LogRows}, in no order. */
  Dataset<Row> rows(SparkSession spark, Map<Integer, OffsetRange> ranges, int splits);
}
