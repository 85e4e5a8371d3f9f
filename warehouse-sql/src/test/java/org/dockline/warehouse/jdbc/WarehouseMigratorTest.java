package org.dockline.warehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

/** Migrations of a database that is empty, filled, or migrated already. */
class WarehouseMigratorTest {

  /** What version 1 kept, in an order that keys allow; staging is nobody's to keep. */
  private static final List<String> TABLES_OF_VERSION_1 =
      List.of(
          "dim_contract",
          "dim_date",
          "dim_station_key",
          "dim_station",
          "fact_observation",
          "fact_station_hour",
          "fact_stockout_episode",
          "station_day_close",
          "loaded_day",
          "fact_poll_hour",
          "rejected_record");

  /** An empty database. */
  WarehouseLogin database() {
    return H2Database.create();
  }

  @Test
  void emptyDatabaseGetsEverythingOnce() {
    WarehouseLogin login = database();
    assertThat(new WarehouseMigrator(login).migrate()).isPositive();
    assertThat(new WarehouseMigrator(login).migrate()).isZero();
  }

  @Test
  void everyVersionHasItsScriptForBothDatabases() {
    for (String folder : List.of("h2", "sqlserver")) {
      assertThat(
              TransactSql.files(TransactSql.MIGRATIONS.resolve(folder))
                  .filter(file -> file.getFileName().toString().startsWith("V")))
          .hasSize(SchemaVersion.CURRENT);
    }
  }

  @Test
  void filledDatabaseOfVersion1ComesToTheSameAsANewOne() throws SQLException {
    WarehouseLogin filled = filled();
    WarehouseLogin old = database();
    new WarehouseMigrator(
            old, MigrationVersion.fromVersion("1"), WarehouseMigrator.dialectsOwn(old))
        .migrate();
    for (String table : TABLES_OF_VERSION_1) {
      copy(filled, old, table);
    }
    new WarehouseMigrator(old).migrate();
    assertThat(everything(old)).isEqualTo(everything(filled));
    assertThat(new WarehouseMigrator(old).migrate()).isZero();
    assertThat(everything(old)).isEqualTo(everything(filled));
  }

  @Test
  void filledDatabaseKeepsItsRowsWhenItsViewsAreMadeAgain() {
    WarehouseLogin login = filled();
    Map<String, List<String>> before = everything(login);
    // As an older program would have left it: other views, and their checksum.
    Tables.execute(
        login,
        "UPDATE bikes.\"flyway_schema_history\" SET \"checksum\" = 1 WHERE \"version\" IS NULL");
    Tables.execute(login, "DROP VIEW bikes.v_contract_day CASCADE");
    assertThat(new WarehouseMigrator(login).migrate()).isPositive();
    assertThat(everything(login)).isEqualTo(before);
  }

  @Test
  void newerSchemaIsRefused() {
    WarehouseLogin login = H2Database.migrated();
    Tables.execute(
        login,
        "INSERT INTO bikes.\"flyway_schema_history\" SELECT 99, '99', 'later', \"type\","
            + " 'V99__later.sql', 1, \"installed_by\", \"installed_on\", 1, TRUE"
            + " FROM bikes.\"flyway_schema_history\" WHERE \"version\" = '1'");
    assertThatThrownBy(() -> new WarehouseMigrator(login).migrate())
        .isInstanceOf(WarehouseException.class)
        .hasMessageContaining("version 99")
        .hasMessageContaining("use a newer Dockline");
  }

  private static WarehouseLogin filled() {
    WarehouseLogin login = H2Database.migrated();
    try (Warehouse warehouse = JdbcWarehouse.open(login, Clock.systemUTC())) {
      SampleWarehouse.fill(warehouse);
    }
    return login;
  }

  /**
   * Whatever the views say, but for what version 1 did not keep: the journal, how long points held.
   */
  private static Map<String, List<String>> everything(WarehouseLogin login) {
    Map<String, List<String>> rows = new TreeMap<>();
    ViewColumns.of(login).keySet().stream()
        .filter(view -> !view.startsWith("v_load_") && !view.equals("v_serving_point"))
        .forEach(
            view ->
                rows.put(
                    view,
                    Tables.ask(login, "SELECT * FROM bikes." + view).stream().sorted().toList()));
    return rows;
  }

  private static void copy(WarehouseLogin from, WarehouseLogin to, String table)
      throws SQLException {
    List<String> columns = columns(to, table);
    String names = String.join(", ", columns);
    try (Connection source = from.connect();
        Connection target = to.connect();
        Statement select = source.createStatement();
        ResultSet rows = select.executeQuery("SELECT " + names + " FROM bikes." + table);
        PreparedStatement insert =
            target.prepareStatement(
                "INSERT INTO bikes."
                    + table
                    + " ("
                    + names
                    + ") VALUES ("
                    + String.join(", ", Collections.nCopies(columns.size(), "?"))
                    + ")")) {
      while (rows.next()) {
        for (int i = 1; i <= columns.size(); i++) {
          insert.setObject(i, rows.getObject(i));
        }
        insert.executeUpdate();
      }
    }
  }

  private static List<String> columns(WarehouseLogin login, String table) {
    return Tables.ask(
            login,
            "SELECT column_name FROM information_schema.columns WHERE table_schema = 'bikes'"
                + " AND table_name = '"
                + table
                + "' ORDER BY ordinal_position")
        .stream()
        .skip(1)
        .toList();
  }
}
