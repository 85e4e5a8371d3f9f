package org.dockline.warehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dockline.station.testing.ObservationBuilder.polledAt;
import static org.dockline.warehouse.testing.Loader.lyon;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.dockline.station.StationKey;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;
import org.dockline.warehouse.testing.Loader;
import org.junit.jupiter.api.Test;

class WarehouseMigratorTest {

  private final WarehouseLogin login = H2Database.create();

  @Test
  void emptyDatabaseGetsEverythingOnce() {
    assertThat(new WarehouseMigrator(login).migrate()).isPositive();
    assertThat(new WarehouseMigrator(login).migrate()).isZero();
  }

  @Test
  void filledDatabaseKeepsItsRowsWhenItsViewsAreMadeAgain() throws SQLException {
    new WarehouseMigrator(login).migrate();
    List<StationHour> before;
    try (Warehouse warehouse = JdbcWarehouse.open(login, Clock.systemUTC())) {
      new Loader(warehouse).load(lyon("2026-03-01"), polledAt("2026-03-01T07:00:00Z").build());
      before = hours(warehouse);
    }
    // As an older program would have left it: other views, and their checksum.
    execute(
        "UPDATE bikes.\"flyway_schema_history\" SET \"checksum\" = 1 WHERE \"version\" IS NULL");
    execute("DROP VIEW bikes.v_contract_day CASCADE");
    assertThat(new WarehouseMigrator(login).migrate()).isEqualTo(1);
    try (Warehouse warehouse = JdbcWarehouse.open(login, Clock.systemUTC())) {
      assertThat(hours(warehouse)).isEqualTo(before).hasSize(24);
    }
    execute("SELECT * FROM bikes.v_contract_day");
  }

  @Test
  void newerSchemaIsRefused() throws SQLException {
    new WarehouseMigrator(login).migrate();
    execute(
        "INSERT INTO bikes.\"flyway_schema_history\" SELECT 99, '99', 'later', \"type\", 'V99__later.sql',"
            + " 1, \"installed_by\", \"installed_on\", 1, TRUE FROM bikes.\"flyway_schema_history\""
            + " WHERE \"version\" = '1'");
    assertThatThrownBy(() -> new WarehouseMigrator(login).migrate())
        .isInstanceOf(WarehouseException.class)
        .hasMessageContaining("version 99")
        .hasMessageContaining("use a newer Dockline");
  }

  private static List<StationHour> hours(Warehouse warehouse) {
    return warehouse.listHours(
        new StationKey("lyon", "7"),
        Instant.parse("2026-02-28T00:00:00Z"),
        Instant.parse("2026-03-03T00:00:00Z"));
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = login.connect()) {
      new Sql(connection).execute(statement);
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }
}
