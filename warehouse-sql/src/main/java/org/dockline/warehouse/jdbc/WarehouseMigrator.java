package org.dockline.warehouse.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.dockline.warehouse.WarehouseException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the schema to this program's version. */
public final class WarehouseMigrator {

  private static final String SCHEMA = "bikes";

  private final WarehouseLogin login;
  private final Dialect dialect;
  private final Flyway flyway;

  /** For a login that may create tables. */
  public WarehouseMigrator(WarehouseLogin login) {
    this(login, MigrationVersion.LATEST, dialectsOwn(login), "classpath:db/warehouse/common");
  }

  /** Only up to a version, from these folders: as an older program would have left it. */
  WarehouseMigrator(WarehouseLogin login, MigrationVersion target, String... folders) {
    this.login = login;
    this.dialect = Dialect.of(login.url());
    this.flyway =
        Flyway.configure()
            .dataSource(login.url(), login.user(), login.password().reveal())
            .locations(folders)
            .target(target)
            .placeholders(dialect.placeholders())
            .schemas(SCHEMA)
            .defaultSchema(SCHEMA)
            .createSchemas(true)
            .validateMigrationNaming(true)
            .failOnMissingLocations(true)
            .load();
  }

  /**
   * Migrates and validates; running it again does nothing.
   *
   * @return how many migrations were applied
   * @throws WarehouseException when the database is away or refuses, or when its schema is newer
   *     than this program or was changed by hand
   */
  public int migrate() {
    prepare();
    try {
      refuseNewer();
      int applied = flyway.migrate().migrationsExecuted;
      flyway.validate();
      return applied;
    } catch (FlywayException e) {
      throw new WarehouseException("The schema could not be migrated: " + firstLine(e), e);
    }
  }

  /**
   * Lets a login read the views.
   *
   * @return false where only an administrator can do that (SQL Server)
   */
  public boolean allowReader(WarehouseLogin reader) {
    try (Connection connection = login.connect()) {
      for (String statement : dialect.readerStatements(reader.user(), reader.password().reveal())) {
        new Sql(connection).execute(statement);
      }
      return !dialect.readerStatements(reader.user(), "").isEmpty();
    } catch (SQLException e) {
      throw WarehouseErrors.of("let '" + reader.user() + "' read the views", login, e);
    }
  }

  static String dialectsOwn(WarehouseLogin login) {
    return Dialect.of(login.url()).migrations();
  }

  private void prepare() {
    try (Connection connection = login.connect()) {
      for (String statement : dialect.preparation()) {
        new Sql(connection).execute(statement);
      }
    } catch (SQLException e) {
      throw WarehouseErrors.of("prepare the database", login, e);
    }
  }

  private void refuseNewer() {
    Arrays.stream(flyway.info().applied())
        .filter(applied -> applied.getVersion() != null)
        .map(MigrationInfo::getVersion)
        .filter(version -> version.isNewerThan(Integer.toString(SchemaVersion.CURRENT)))
        .findFirst()
        .ifPresent(
            version -> {
              throw new WarehouseException(
                  "The warehouse's schema is version "
                      + version
                      + ", but this program knows "
                      + SchemaVersion.CURRENT
                      + ": use a newer Dockline");
            });
  }

  private static String firstLine(FlywayException e) {
    return String.valueOf(e.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("");
  }
}
