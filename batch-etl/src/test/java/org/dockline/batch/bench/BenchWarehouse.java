package org.dockline.batch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dockline.station.settings.Secret;
import org.dockline.warehouse.jdbc.WarehouseLogin;
import org.dockline.warehouse.jdbc.WarehouseMigrator;

/** A new embedded warehouse in a process of its own, as {@code ./dockline up} runs it. */
final class BenchWarehouse implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("answers at (jdbc:h2:tcp:\\S+),");
  private static final String USER = "dockline_etl";
  private static final String PASSWORD = "for a benchmark";

  private final Path directory;
  private final MeasuredProcess process;
  private final WarehouseLogin login;

  private BenchWarehouse(Path directory, MeasuredProcess process, WarehouseLogin login) {
    this.directory = directory;
    this.process = process;
    this.login = login;
  }

  static BenchWarehouse start(Path directory) throws IOException {
    Files.createDirectories(directory);
    Map<String, String> environment =
        Map.of(
            "WAREHOUSE_DIR",
            directory.toString(),
            "WAREHOUSE_PORT",
            "0",
            "HEALTH_PORT",
            "0",
            "WAREHOUSE_USER",
            USER,
            "WAREHOUSE_PASSWORD",
            PASSWORD);
    MeasuredProcess process =
        MeasuredProcess.start(
            List.of("-Xms32m", "-Xmx256m", "-XX:+UseSerialGC"),
            environment,
            directory.resolve("warehouse.log"),
            List.of("org.dockline.warehouse.embedded.EmbeddedWarehouse"));
    BenchWarehouse started = new BenchWarehouse(directory, process, address(process));
    new WarehouseMigrator(started.login).migrate();
    return started;
  }

  WarehouseLogin login() {
    return login;
  }

  /** What its process used so far. */
  MeasuredProcess process() {
    process.sample();
    return process;
  }

  long fileMib() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.mapToLong(file -> file.toFile().length()).sum() >> 20;
    }
  }

  @Override
  public void close() throws IOException {
    process.close();
    try (Stream<Path> files = Files.list(directory)) {
      files.forEach(file -> file.toFile().delete());
    }
  }

  private static WarehouseLogin address(MeasuredProcess process) {
    while (true) {
      Matcher address = ADDRESS.matcher(process.output());
      if (address.find()) {
        return new WarehouseLogin(address.group(1), USER, new Secret(PASSWORD));
      }
      if (!process.isAlive()) {
        throw new IllegalStateException("The warehouse does not start:\n" + process.output());
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
