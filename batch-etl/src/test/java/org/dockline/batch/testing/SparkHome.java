package org.dockline.batch.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A Spark installation as a worker of a cluster has one: Spark and what it brings, out of this
 * test's class path, without our own code and what only that needs.
 */
public final class SparkHome {

  private static final Pattern OURS =
      Pattern.compile(
          "(batch-etl|station-model|warehouse-sql|spark-sql-kafka|spark-token-provider|kafka-clients"
              + "|h2-|HikariCP|flyway|mssql|db-scheduler|cron-utils|picocli|greenmail|assertj|junit"
              + "|archunit|jqwik|awaitility|jakarta.mail).*");

  private SparkHome() {}

  /** Makes one, of links. */
  public static Path make(Path directory) {
    try {
      Path jars = Files.createDirectories(directory.resolve("jars"));
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        Path jar = Path.of(entry).toAbsolutePath();
        String name = jar.getFileName().toString();
        if (name.endsWith(".jar") && !OURS.matcher(name).matches()) {
          Files.createSymbolicLink(jars.resolve(name), jar);
        }
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
