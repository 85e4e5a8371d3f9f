package org.dockline.batch.load;

import static org.apache.spark.sql.functions.col;

import java.util.Collection;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dockline.station.ContractDay;

/**
 * From records to station-days: brings the rows of each station together, calls the rule and stages
 * the outcome, in the order in which the warehouse keeps stations. Reads nothing but the datasets
 * it is given.
 */
public final class StationStage {

  private final StagingAccess staging;
  private final int parts;

  /**
   * Stages into the warehouse that {@code staging} opens.
   *
   * @param parts into how many parts to divide the stations
   */
  public StationStage(StagingAccess staging, int parts) {
    this.staging = staging;
    this.parts = parts;
  }

  /**
   * Computes and stages these days.
   *
   * @param records in the shape of {@link LogRows}: at least all that may tell of the days, in any
   *     order; others are passed over
   * @param seeds in the same shape: the closes of the days before, of every station that has one
   * @return what was staged; a day without any station and record may be absent
   */
  Map<ContractDay, StagedDay> stage(
      String loadId, Collection<ContractDay> days, Dataset<Row> records, Dataset<Row> seeds) {
    Dataset<Row> gathered =
        records
            .filter(LogRows.tellsOf(days))
            .mapPartitions(new GatherTask(), LogRows.encoder())
            .unionAll(seeds)
            .withColumn(LogRows.PLACE, LogRows.place())
            .repartitionById(parts, LogRows.part(parts))
            .sortWithinPartitions(col(LogRows.PLACE), col(LogRows.KEY));
    StagingTask task = new StagingTask(new PlannedDays(days), staging, loadId);
    return StagedRows.decode(gathered.mapPartitions(task, StagedRows.encoder()).collectAsList());
  }
}
