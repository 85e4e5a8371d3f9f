package org.dockline.batch.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The job that Spark's own documentation leads to: Kafka, {@code from_json}, JDBC append. No rule.
 */
final class SparkAppend {

  private SparkAppend() {}

  /** Arguments: Kafka, topic, JDBC address, user, password. */
  public static void main(String[] args) {
    SparkSession spark =
        SparkSession.builder()
            .appName("plain")
            .master("local[*]")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate();
    StructType shape =
        StructType.fromDDL(
            "contract STRING, station_id STRING, observed_at TIMESTAMP, polled_at TIMESTAMP,"
                + " source STRING, status STRING, capacity INT, bikes INT, docks INT,"
                + " mechanical_bikes INT, electrical_bikes INT");
    Dataset<Row> rows =
        spark
            .read()
            .format("kafka")
            .options(
                Map.of(
                    "kafka.bootstrap.servers", args[0],
                    "subscribe", args[1],
                    "startingOffsets", "earliest"))
            .load()
            .select(from_json(col("value").cast("string"), shape).as("o"))
            .select("o.*");
    rows.write()
        .mode(SaveMode.Append)
        .format("jdbc")
        .options(
            Map.of(
                "url", args[2],
                "user", args[3],
                "password", args[4],
                "dbtable", PlainTable.NAME,
                "batchsize", "5000"))
        .save();
    spark.stop();
  }
}
