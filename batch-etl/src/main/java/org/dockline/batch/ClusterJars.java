package org.dockline.batch;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What of this program's class path the workers of a cluster need besides their own Spark. */
final class ClusterJars {

  /** In every distribution of Spark; its connectors to other systems are not. */
  private static final Pattern IN_SPARK =
      Pattern.compile(
          "(spark-(?!sql-kafka|token-provider)|scala-|hadoop-client|netty-|parquet-|arrow-|orc-"
              + "|log4j-|jackson-|avro-|rocksdbjni-|breeze).*");

  private ClusterJars() {}

  /**
   * The jars to send to the workers.
   *
   * @param classPath as Java has it; folders can't be sent and are left out
   */
  static List<String> of(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .filter(entry -> !IN_SPARK.matcher(new File(entry).getName()).matches())
        .toList();
  }
}
