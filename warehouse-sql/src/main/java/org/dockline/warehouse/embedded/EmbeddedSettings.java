package org.dockline.warehouse.embedded;

import java.nio.file.Path;
import org.dockline.station.service.HealthAddress;
import org.dockline.station.settings.Secret;
import org.dockline.station.settings.Settings;

/**
 * How the embedded warehouse runs.
 *
 * @param directory where its file is
 * @param address on which it listens for clients; 0.0.0.0: all there are
 * @param port for clients; 0 takes a free one
 * @param health where {@code /health} and {@code /metrics} are
 * @param user the owner of the database
 * @param password its password; the database is created with it
 */
record EmbeddedSettings(
    Path directory, String address, int port, HealthAddress health, String user, Secret password) {

  static EmbeddedSettings from(Settings settings) {
    EmbeddedSettings read =
        new EmbeddedSettings(
            settings.path("WAREHOUSE_DIR", ".dockline/data/warehouse").toAbsolutePath().normalize(),
            settings.text("WAREHOUSE_ADDRESS", "127.0.0.1"),
            settings.number("WAREHOUSE_PORT", 9123, 0, 65_535),
            HealthAddress.from(settings, 8514),
            settings.text("WAREHOUSE_USER", "dockline_etl"),
            settings.secret("WAREHOUSE_PASSWORD"));
    settings.check();
    return read;
  }
}
