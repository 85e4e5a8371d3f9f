package org.dockline.stream.spark;

import org.apache.spark.sql.SparkSession;

/** The Spark session of the stream: no pages, no shuffles, UTC and strict SQL. */
public final class StreamSession {

  private StreamSession() {}

  /** Starts Spark in this process, or takes the session that is there. */
  public static SparkSession start(String master) {
    return SparkSession.builder()
        .appName("dockline-stream")
        .master(master)
        .config("spark.ui.enabled", false)
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.datetime.java8API.enabled", true)
        .config("spark.sql.ansi.enabled", true)
        .config("spark.sql.shuffle.partitions", 1)
        // Spark sets 300 MB aside for its own objects and refuses a heap of less than 450 MB; this
        // query has few of them, and needs less in all.
        .config("spark.testing.reservedMemory", 64L << 20)
        // Nothing is kept for a page that nobody sees.
        .config("spark.sql.ui.retainedExecutions", 1)
        .config("spark.ui.retainedJobs", 1)
        .config("spark.ui.retainedStages", 1)
        .config("spark.ui.retainedTasks", 10)
        .config("spark.sql.streaming.numRecentProgressUpdates", 1)
        .config("spark.sql.streaming.noDataProgressEventInterval", 5_000)
        // The plan is one projection: compiling it costs more than it saves.
        .config("spark.sql.codegen.wholeStage", false)
        .config("spark.sql.adaptive.enabled", false)
        // The default one asks the shell for permissions some twenty times in each batch.
        .config(
            "spark.sql.streaming.checkpointFileManagerClass",
            "org.apache.spark.sql.execution.streaming.checkpointing"
                + ".FileSystemBasedCheckpointFileManager")
        .config("spark.sql.streaming.stopTimeout", "8s")
        .getOrCreate();
  }
}
