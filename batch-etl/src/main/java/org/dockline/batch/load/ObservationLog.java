package org.dockline.batch.load;

import java.util.Collection;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dockline.batch.survey.OffsetRange;
import org.dockline.batch.survey.SurveyedLog;
import org.dockline.warehouse.LoadedDay;

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
}
