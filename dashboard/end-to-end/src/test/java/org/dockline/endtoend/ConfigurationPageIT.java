package org.dockline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/configuration.md} says what the services say, and leaves no setting out. */
class ConfigurationPageIT {

  private static final Path PAGE =
      ServiceProcess.projectFolder().resolve("docs").resolve("configuration.md");

  /** How the code reads a setting: its name is the first argument. */
  private static final Pattern READ =
      Pattern.compile(
          "\\.(?:text|oneOf|duration|number|size|zone|path|http|list|pairs|zones|secret|findSecret)"
              + "\\(\\s*\"([A-Z][A-Z0-9_]+)\"");

  @TempDir private Path logs;

  @Test
  void pageSaysWhatTheServicesSay() throws Exception {
    String page =
        new ConfigurationPage()
            .add("Poller", help("api-poller", "org.dockline.poller.Poller"))
            .add("Stream", help("stream-job", "org.dockline.stream.StreamJob"))
            .add("Batch: a load", help("batch-etl", "org.dockline.batch.BatchEtl", "load"))
            .add(
                "Batch: the schedule", help("batch-etl", "org.dockline.batch.BatchEtl", "schedule"))
            .add("Batch: the archive", help("batch-etl", "org.dockline.batch.BatchEtl", "archive"))
            .add("Dashboard", helpOfDashboard())
            .add(
                "Warehouse: migration",
                help("warehouse-sql", "org.dockline.warehouse.migration.WarehouseMigration"))
            .add(
                "Warehouse: embedded",
                help("warehouse-sql", "org.dockline.warehouse.embedded.EmbeddedWarehouse"))
            .add(
                "Broker: embedded", help("api-poller/broker", "org.dockline.broker.EmbeddedBroker"))
            .add("Simulator", help("api-poller", "org.dockline.poller.simulator.Simulator"))
            .add("Replay", help("api-poller", "org.dockline.poller.replay.Replay"))
            .text();
    if (Boolean.getBoolean("dockline.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/configuration.md is stale: run this test with -Ddockline.write=true")
        .isEqualTo(page);
  }

  @Test
  void everySettingThatTheCodeReadsStandsOnThePage() throws IOException {
    String page = Files.readString(PAGE);
    Set<String> missing = new TreeSet<>();
    for (String name : settingsOfTheCode()) {
      if (!page.contains("`" + name + "`")) {
        missing.add(name);
      }
    }
    assertThat(missing).isEmpty();
  }

  private static Set<String> settingsOfTheCode() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ServiceProcess.projectFolder(), 12)) {
      for (Path file : files.filter(ConfigurationPageIT::isMainSource).toList()) {
        READ.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
      }
    }
    assertThat(names).contains("POLL_INTERVAL", "STREAM_TRIGGER", "WAREHOUSE_URL");
    return names;
  }

  private static boolean isMainSource(Path file) {
    return file.toString().contains("/src/main/java/") && file.toString().endsWith(".java");
  }

  private String helpOfDashboard() throws InterruptedException {
    Path jar = ServiceProcess.projectFolder().resolve("dashboard/target/dashboard.jar");
    return printed(ServiceProcess.startJar(jar, Map.of(), logs, "--help"));
  }

  private String help(String module, String main, String... words) throws InterruptedException {
    String[] arguments =
        Stream.concat(Stream.of(words), Stream.of("--help")).toArray(String[]::new);
    return printed(ServiceProcess.start(module, main, Map.of(), logs, arguments));
  }

  private static String printed(ServiceProcess started) throws InterruptedException {
    try (ServiceProcess process = started) {
      assertThat(process.awaitExit(Duration.ofSeconds(60))).as("exit code of --help").isZero();
      return process.log();
    }
  }
}
