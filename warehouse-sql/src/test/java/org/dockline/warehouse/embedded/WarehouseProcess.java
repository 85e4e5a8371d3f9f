package org.dockline.warehouse.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dockline.station.settings.Secret;
import org.dockline.warehouse.jdbc.JdbcWarehouse;
import org.dockline.warehouse.jdbc.WarehouseLogin;
import org.dockline.warehouse.jdbc.WarehouseMigrator;

/** The embedded warehouse as the process that it is; its file stays when it is killed. */
final class WarehouseProcess implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("answers at (jdbc:h2:tcp:\\S+),");
  private static final String USER = "dockline_etl";
  private static final String PASSWORD = "for this test";

  private final Path folder;
  private Process process;
  private WarehouseLogin login;

  private WarehouseProcess(Path folder, Process process, WarehouseLogin login) {
    this.folder = folder;
    this.process = process;
    this.login = login;
  }

  /** Starts it with an empty, migrated database. */
  static WarehouseProcess start(Path folder) throws IOException {
    Path log = Files.createTempFile(folder, "warehouse", ".log");
    Process process = launch(folder, log);
    WarehouseProcess started = new WarehouseProcess(folder, process, address(process, log));
    new WarehouseMigrator(started.login).migrate();
    return started;
  }

  /** Ends it as a power cut would (SIGKILL). */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Starts it again on the same file. */
  void restart() throws IOException {
    Path log = Files.createTempFile(folder, "warehouse", ".log");
    process = launch(folder, log);
    login = address(process, log);
  }

  /** A client of it as it is now. */
  JdbcWarehouse open() {
    return JdbcWarehouse.open(login, Clock.systemUTC());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static Process launch(Path folder, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "org.dockline.warehouse.embedded.EmbeddedWarehouse"));
    builder.environment().put("WAREHOUSE_DIR", folder.resolve("data").toString());
    builder.environment().put("WAREHOUSE_PORT", "0");
    builder.environment().put("HEALTH_PORT", "0");
    builder.environment().put("WAREHOUSE_USER", USER);
    builder.environment().put("WAREHOUSE_PASSWORD", PASSWORD);
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return process;
  }

  private static WarehouseLogin address(Process process, Path log) {
    Instant deadline = Instant.now().plusSeconds(60);
    while (true) {
      Matcher address = ADDRESS.matcher(text(log));
      if (address.find()) {
        return new WarehouseLogin(address.group(1), USER, new Secret(PASSWORD));
      }
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("The warehouse does not start:\n" + text(log));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
