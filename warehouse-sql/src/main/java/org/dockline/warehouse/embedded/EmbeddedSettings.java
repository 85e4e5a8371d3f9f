package org.dockline.warehouse.embedded;

import java.nio.file.Path;
import org.dockline.station.settings.Secret;
import org.dockline.station.settings.Settings;

/**
 * How the embedded warehouse runs.
 *
 * @param directory where its file is
 * @param port for clients, on the loopback address; 0 takes a free one
 * @param healthPort for {@code /health} and {@code /metrics}; 0 takes a free one
 * @param user the owner of the database
 * @param password its password; the database is created with it
 */
record EmbeddedSettings(Path directory, int port, int healthPort, String user, Secret password) {

  private static final int HIGHEST_PORT = 65_535;

  static EmbeddedSettings from(Settings settings) {
    EmbeddedSettings read =
        new EmbeddedSettings(
            settings.path("WAREHOUSE_DIR", ".dockline/data/warehouse").toAbsolutePath().normalize(),
            settings.number("WAREHOUSE_PORT", 9123, 0, HIGHEST_PORT),
            settings.number("HEALTH_PORT", 8514, 0, HIGHEST_PORT),
            settings.text("WAREHOUSE_USER", "dockline_etl"),
            settings.secret("WAREHOUSE_PASSWORD"));
    settings.check();
    return read;
  }
}
