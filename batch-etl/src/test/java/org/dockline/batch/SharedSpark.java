package org.dockline.batch;

import org.apache.spark.sql.SparkSession;

/** One local session for all tests of this JVM, set as the batch chain sets its own. */
public final class SharedSpark {

  private static final LazySession SESSION = new LazySession("local[2]");

  private SharedSpark() {}

  /** Opened by the first test that asks. */
  public static synchronized SparkSession get() {
    return SESSION.get();
  }
}
