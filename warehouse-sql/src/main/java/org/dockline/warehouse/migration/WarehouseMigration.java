package org.dockline.warehouse.migration;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.service.ServiceCommand;
import org.dockline.station.settings.Settings;
import org.dockline.warehouse.WarehouseException;
import org.dockline.warehouse.jdbc.ServerSetup;
import org.dockline.warehouse.jdbc.WarehouseLogin;
import org.dockline.warehouse.jdbc.WarehouseMigrator;
import org.jspecify.annotations.Nullable;

/** Creates the warehouse's schema or brings it up to date, and ends. */
public final class WarehouseMigration {

  private static final String USAGE =
      """
      Creates the warehouse's schema, or brings it to this program's version, and ends.

      Settings (environment):
        WAREHOUSE_URL              JDBC address (jdbc:h2:tcp://127.0.0.1:9123/dockline)
        WAREHOUSE_USER             a login that may create tables (dockline_etl)
        WAREHOUSE_PASSWORD         its password, or WAREHOUSE_PASSWORD_FILE
        WAREHOUSE_READER_USER      a login to create that sees the views only (dockline_reader)
        WAREHOUSE_READER_PASSWORD  its password, or WAREHOUSE_READER_PASSWORD_FILE; without it none is
                                   created
        WAREHOUSE_ADMIN_USER       on SQL Server: who makes database, logins and schema (sa)
        WAREHOUSE_ADMIN_PASSWORD   its password, or WAREHOUSE_ADMIN_PASSWORD_FILE; without it database
                                   and logins have to be there, and WAREHOUSE_USER migrates

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

  private static void migrate(Settings settings, PrintStream out)
      throws IOException, InterruptedException {
    try {
      migrateTo(settings, out);
    } catch (WarehouseException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void migrateTo(Settings settings, PrintStream out) throws InterruptedException {
    WarehouseLogin writer = WarehouseLogin.writer(settings);
    boolean withReader = settings.findSecret("WAREHOUSE_READER_PASSWORD") != null;
    WarehouseLogin reader = withReader ? WarehouseLogin.reader(settings) : null;
    WarehouseLogin admin = WarehouseLogin.administrator(settings);
    settings.check();
    if (admin != null && ServerSetup.isFor(admin.url())) {
      migrateAs(new ServerSetup(admin, grants(writer, reader)), out);
      return;
    }
    WarehouseMigrator migrator = migrate(writer, out);
    if (reader != null && migrator.allowReader(reader)) {
      out.println("The login '" + reader.user() + "' reads its views.");
    }
  }

  private static List<ServerSetup.Grant> grants(
      WarehouseLogin writer, @Nullable WarehouseLogin reader) {
    List<ServerSetup.Grant> grants = new ArrayList<>();
    grants.add(new ServerSetup.Grant(writer, ServerSetup.Role.WRITER));
    if (reader != null) {
      grants.add(new ServerSetup.Grant(reader, ServerSetup.Role.READER));
    }
    return grants;
  }

  private static void migrateAs(ServerSetup setup, PrintStream out) throws InterruptedException {
    setup.makeDatabase(out::println);
    migrate(setup.admin(), out);
    setup.giveRoles();
    setup
        .grants()
        .forEach(
            grant -> out.printf("The login '%s' is a %s.%n", grant.login().user(), grant.role()));
  }

  private static WarehouseMigrator migrate(WarehouseLogin owner, PrintStream out) {
    WarehouseMigrator migrator = new WarehouseMigrator(owner);
    int applied = migrator.migrate();
    out.println("The warehouse's schema is up to date (" + applied + " migrations applied).");
    return migrator;
  }
}
