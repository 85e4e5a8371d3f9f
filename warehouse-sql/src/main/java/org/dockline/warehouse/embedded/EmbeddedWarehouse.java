package org.dockline.warehouse.embedded;

import java.io.IOException;
import org.dockline.station.service.HealthServer;
import org.dockline.station.service.ServiceCommand;
import org.dockline.station.settings.Settings;
import org.dockline.warehouse.WarehouseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The warehouse's database in this process, for a machine without SQL Server. */
public final class EmbeddedWarehouse {

  private static final String USAGE =
      """
      Runs the embedded warehouse (H2) until it is told to end.

      Settings (environment):
        WAREHOUSE_DIR       where its file is kept (.dockline/data/warehouse)
        WAREHOUSE_PORT      port for clients (9123)
        WAREHOUSE_ADDRESS   the address it listens on; 0.0.0.0: all there are (127.0.0.1)
        HEALTH_PORT         port of /health and /metrics (8514)
        HEALTH_ADDRESS      the address they listen on; 0.0.0.0: all there are (127.0.0.1)
        WAREHOUSE_USER      the database's owner (dockline_etl)
        WAREHOUSE_PASSWORD  its password, or WAREHOUSE_PASSWORD_FILE; the database is created with it

      It ends with 0 after SIGTERM, 1 when it can't run, 2 when a setting is wrong.
      """;

  private EmbeddedWarehouse() {}

  /** Runs until SIGTERM; see {@code --help}. */
  public static void main(String[] args) {
    System.setProperty("logback.configurationFile", "warehouse-logback.xml");
    int exitCode =
        new ServiceCommand(USAGE, "The embedded warehouse can't run", EmbeddedWarehouse::start)
            .run(args, Settings.of(System.getenv()), System.out, System.err);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  private static void start(Settings settings) throws IOException {
    try {
      serve(EmbeddedSettings.from(settings));
    } catch (WarehouseException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** H2's own thread keeps the process alive. */
  private static void serve(EmbeddedSettings settings) throws IOException {
    Logger log = LoggerFactory.getLogger(EmbeddedWarehouse.class);
    // Read by H2 when its first class is loaded.
    System.setProperty("h2.bindAddress", settings.address());
    H2Server server = H2Server.start(settings);
    HealthServer health = health(settings, server);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  health.close();
                  server.close();
                  log.info("The warehouse is closed");
                },
                "shutdown"));
    log.info("The warehouse answers at {}, its file is in {}", server.url(), settings.directory());
  }

  private static HealthServer health(EmbeddedSettings settings, H2Server server)
      throws IOException {
    try {
      return HealthServer.start(settings.health(), server::health, server::metrics);
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }
}
