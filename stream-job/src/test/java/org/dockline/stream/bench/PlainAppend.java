package org.dockline.stream.bench;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;

/** What anyone would write first: the topic's records appended as Parquet, without any rule. */
public final class PlainAppend {

  private PlainAppend() {}

  /** Arguments: bootstrap servers, topic, trigger in ms, folder. Runs until it is killed. */
  public static void main(String[] args) throws Exception {
    SparkSession spark =
        SparkSession.builder()
            .master("local[*]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 1)
            .getOrCreate();
    spark
        .readStream()
        .format("kafka")
        .option("kafka.bootstrap.servers", args[0])
        .option("subscribe", args[1])
        .option("startingOffsets", "earliest")
        .load()
        .selectExpr("CAST(key AS STRING) AS key", "CAST(value AS STRING) AS value", "timestamp")
        .writeStream()
        .format("parquet")
        .option("path", args[3] + "/rows")
        .option("checkpointLocation", args[3] + "/checkpoint")
        .trigger(Trigger.ProcessingTime(Long.parseLong(args[2])))
        .start()
        .awaitTermination();
  }
}
