package org.dockline.batch.load;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dockline.batch.survey.OffsetRange;
import org.dockline.batch.survey.SurveyedLog;
import org.dockline.station.PollReport;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.RejectedRecord;

/** Where observations are read from. */
public interface ObservationLog {

  /**
   * Counts what the log holds now.
   *
   * @param loaded the days that the warehouse holds
   * @throws LogUnavailableException when it can't be read
   */
  SurveyedLog survey(Collection<LoadedDay> loaded);

  /**
   * The records of these offsets in the shape of {@link LogRows}, in no order. Nothing is read
   * before the dataset is; it fails when a record of the ranges is gone by then.
   *
   * @param ranges by partition
   * @param splits into about how many tasks to divide the reading
   */
  Dataset<Row> read(SparkSession spark, Map<Integer, OffsetRange> ranges, int splits);

  /** Hands over the readable reports of polls that were started in [from, to), in no order. */
  void polls(Instant from, Instant to, Consumer<PollReport> each);

  /** Hands over the readable records of what could not be understood, polled in [from, to). */
  void rejections(Instant from, Instant to, Consumer<RejectedRecord> each);
}
