package org.dockline.batch.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;
import org.dockline.batch.BatchEtl;
import org.dockline.batch.kafka.KafkaAddress;
import org.dockline.warehouse.jdbc.WarehouseLogin;

/** The program itself as a process, its output in a file. */
public final class LoadChild implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Process process;
  private final Path output;

  private LoadChild(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it with these arguments. */
  public static LoadChild start(
      Path directory, KafkaAddress kafka, WarehouseLogin warehouse, String... arguments) {
    return start(directory, kafka, warehouse, Map.of(), arguments);
  }

  /** Starts it with more settings. */
  public static LoadChild start(
      Path directory,
      KafkaAddress kafka,
      WarehouseLogin warehouse,
      Map<String, String> settings,
      String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", BatchEtl.class.getName()));
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile(directory, "load", ".log");
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(output.toFile());
      builder.environment().putAll(environment(directory, kafka, warehouse));
      builder.environment().putAll(settings);
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new LoadChild(process, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its exit code, once it has ended by itself. */
  public int await() throws InterruptedException {
    if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("The load does not end:\n" + output());
    }
    return process.exitValue();
  }

  /** Kills it (SIGKILL) unless it ends before; returns whether it was killed. */
  public boolean killAfter(Duration wait) throws InterruptedException {
    boolean ended = process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    return !ended;
  }

  /** For signals. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** What it has printed so far. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static Map<String, String> environment(
      Path directory, KafkaAddress kafka, WarehouseLogin warehouse) {
    return Map.ofEntries(
        Map.entry("CLASSPATH", System.getProperty("java.class.path")),
        // For it and the processes it starts: they end before the better compiler pays.
        Map.entry("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1"),
        Map.entry("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()),
        Map.entry("STATIONS_TOPIC", kafka.stationsTopic()),
        Map.entry("POLLS_TOPIC", kafka.pollsTopic()),
        Map.entry("REJECTED_TOPIC", kafka.rejectedTopic()),
        Map.entry("WAREHOUSE_URL", warehouse.url()),
        Map.entry("WAREHOUSE_USER", warehouse.user()),
        Map.entry("WAREHOUSE_PASSWORD", warehouse.password().reveal()),
        Map.entry("SNAPSHOT_DIR", directory.resolve("snapshots").toString()),
        Map.entry("ARCHIVE_DIR", directory.resolve("archive").toString()),
        Map.entry("SPARK_MASTER", "local[2]"),
        Map.entry("HEALTH_PORT", "0"));
  }
}
