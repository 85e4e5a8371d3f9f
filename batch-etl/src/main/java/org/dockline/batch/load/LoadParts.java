package org.dockline.batch.load;

import java.time.Clock;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.dockline.warehouse.Warehouse;

/**
 * What a load works with.
 *
 * @param log where records are read from
 * @param warehouse where days are committed
 * @param staging how tasks reach the warehouse
 * @param spark asked when there is something to stage
 * @param loadedThrough told after each piece
 * @param reconciler compares each loaded day with the speed chain
 * @param loadId names this load; unique
 * @param sizes how a load is divided
 * @param clock tells when things happened
 */
public record LoadParts(
    ObservationLog log,
    Warehouse warehouse,
    StagingAccess staging,
    Supplier<SparkSession> spark,
    LoadedThrough loadedThrough,
    Reconciler reconciler,
    String loadId,
    LoadSizes sizes,
    Clock clock) {

  /** Without a comparison. */
  public LoadParts(
      ObservationLog log,
      Warehouse warehouse,
      StagingAccess staging,
      Supplier<SparkSession> spark,
      LoadedThrough loadedThrough,
      String loadId,
      LoadSizes sizes,
      Clock clock) {
    this(log, warehouse, staging, spark, loadedThrough, Reconciler.NONE, loadId, sizes, clock);
  }
}
