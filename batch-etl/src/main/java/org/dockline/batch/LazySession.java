package org.dockline.batch;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** A Spark session that is opened when it is first asked for: a load without work needs none. */
final class LazySession implements Supplier<SparkSession>, AutoCloseable {

  private final String master;
  private @Nullable SparkSession session;

  /** On that master, for example {@code local[*]} or {@code spark://host:7077}. */
  LazySession(String master) {
    this.master = master;
  }

  @Override
  public SparkSession get() {
    SparkSession open = session == null ? open(master) : session;
    session = open;
    return open;
  }

  @Override
  public void close() {
    if (session != null) {
      session.stop();
    }
  }

  private static SparkSession open(String master) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("dockline-batch")
            .master(master)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.datetime.java8API.enabled", "true")
            .config("spark.sql.ansi.enabled", "true")
            // The number of parts is chosen by the number of records, before anything runs.
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false");
    if (!master.startsWith("local[") && !master.equals("local")) {
      String classPath = ManagementFactory.getRuntimeMXBean().getClassPath();
      builder.config("spark.jars", String.join(",", ClusterJars.of(classPath)));
    }
    if (master.startsWith("local")) {
      builder
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1");
    }
    return builder.getOrCreate();
  }
}
