package org.dockline.warehouse.migration;

import java.io.IOException;
import java.io.PrintStream;
import org.dockline.station.service.ServiceCommand;
import org.dockline.station.settings.Settings;
import org.dockline.warehouse.WarehouseException;
import org.dockline.warehouse.jdbc.WarehouseLogin;
import org.dockline.warehouse.jdbc.WarehouseMigrator;

/** Creates the warehouse's schema or brings it up to date, and ends. */
public final class WarehouseMigration {

  private static final String USAGE =
      """
      Creates the warehouse's schema, or brings it to this program's version, and ends.

      Settings (environment):
        WAREHOUSE_URL              JDBC address (jdbc:h2:tcp://127.0.0.1:9123/dockline)
        WAREHOUSE_USER             a login that may create tables (dockline_etl)
        WAREHOUSE_PASSWORD         its password, or WAREHOUSE_PASSWORD_FILE
        WAREHOUSE_READER_USER      on H2: a login to create that sees the views only (dockline_reader)
        WAREHOUSE_READER_PASSWORD  its password, or WAREHOUSE_READER_PASSWORD_FILE; without it none is
                                   created

      It ends with 0 when the schema is right, 1 when it could not be made so, 2 when a setting is wrong.
      """;

  private WarehouseMigration() {}

  /** Migrates; see {@code --help}. */
  public static void main(String[] args) {
    System.setProperty("logback.configurationFile", "warehouse-logback.xml");
    System.exit(run(args, Settings.of(System.getenv()), System.out, System.err));
  }

  static int run(String[] args, Settings settings, PrintStream out, PrintStream err) {
    return new ServiceCommand(
            USAGE, "The warehouse could not be migrated", given -> migrate(given, out))
        .run(args, settings, out, err);
  }

  private static void migrate(Settings settings, PrintStream out) throws IOException {
    try {
      migrateTo(settings, out);
    } catch (WarehouseException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void migrateTo(Settings settings, PrintStream out) {
    WarehouseLogin writer = WarehouseLogin.writer(settings);
    boolean withReader = settings.findSecret("WAREHOUSE_READER_PASSWORD") != null;
    WarehouseLogin reader = withReader ? WarehouseLogin.reader(settings) : null;
    settings.check();
    WarehouseMigrator migrator = new WarehouseMigrator(writer);
    int applied = migrator.migrate();
    out.println("The warehouse's schema is up to date (" + applied + " migrations applied).");
    if (reader != null && migrator.allowReader(reader)) {
      out.println("The login '" + reader.user() + "' reads its views.");
    }
  }
}
