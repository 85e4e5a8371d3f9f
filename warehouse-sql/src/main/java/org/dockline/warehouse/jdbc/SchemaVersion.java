package org.dockline.warehouse.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.dockline.warehouse.WarehouseException;

/** Whether the schema is the one this program was written for. */
final class SchemaVersion {

  /** The newest numbered migration; a test holds it against the files. */
  static final int CURRENT = 7;

  private SchemaVersion() {}

  static void check(WarehouseLogin login) {
    try (Connection connection = login.connect()) {
      long found =
          new Sql(connection)
              .list(
                  "SELECT schema_version FROM bikes.v_schema_version",
                  Sql.Binding.NONE,
                  row -> row.number("schema_version"))
              .getFirst();
      check(found);
    } catch (SQLException e) {
      throw missing(login, e);
    }
  }

  private static void check(long found) {
    if (found > CURRENT) {
      throw new WarehouseException(
          "The warehouse's schema is version "
              + found
              + ", but this program knows "
              + CURRENT
              + ": use a newer Dockline");
    }
    if (found < CURRENT) {
      throw new WarehouseException(
          "The warehouse's schema is version "
              + found
              + ", but this program needs "
              + CURRENT
              + ": run WarehouseMigration");
    }
  }

  /** H2: schema or view not found; SQL Server: invalid object name. */
  private static WarehouseException missing(WarehouseLogin login, SQLException e) {
    return switch (e.getErrorCode()) {
      case 90079, 42102, 42104, 208 ->
          new WarehouseException("The warehouse has no tables yet: run WarehouseMigration", e);
      default -> WarehouseErrors.of("ask for the schema's version", login, e);
    };
  }
}
