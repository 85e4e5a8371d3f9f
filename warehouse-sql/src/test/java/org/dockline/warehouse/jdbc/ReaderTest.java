package org.dockline.warehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.StationKey;
import org.dockline.station.settings.Secret;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;
import org.dockline.warehouse.testing.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who sees views only, sees all of them and nothing else. */
class ReaderTest {

  private static final WarehouseLogin OWNER = H2Database.migrated();
  private static final WarehouseLogin READER =
      new WarehouseLogin(
          OWNER.url().split(";", 2)[0], "dockline_reader", new Secret("only 'reads'"));

  @BeforeAll
  static void fill() {
    new WarehouseMigrator(OWNER).allowReader(READER);
    try (Warehouse warehouse = JdbcWarehouse.open(OWNER, Clock.systemUTC())) {
      SampleWarehouse.fill(warehouse);
    }
  }

  @TestFactory
  Stream<DynamicTest> readsEveryView() {
    return ViewColumns.of(OWNER).keySet().stream()
        .map(
            view ->
                DynamicTest.dynamicTest(
                    view,
                    () ->
                        assertThat(Tables.ask(READER, "SELECT * FROM bikes." + view))
                            .hasSizeGreaterThan(1)));
  }

  @TestFactory
  Stream<DynamicTest> touchesNoTable() {
    return tables().stream()
        .flatMap(
            table ->
                Stream.of(
                        "SELECT COUNT(*) FROM bikes.\"" + table + '"',
                        "DELETE FROM bikes.\"" + table + '"',
                        "DROP TABLE bikes.\"" + table + '"')
                    .map(
                        command ->
                            DynamicTest.dynamicTest(
                                command,
                                () ->
                                    assertThatThrownBy(() -> execute(command))
                                        .isInstanceOf(SQLException.class)
                                        .hasMessageContaining("rights"))));
  }

  @Test
  void writesNothingThroughViewsOrAnew() {
    for (String command :
        List.of(
            "DELETE FROM bikes.v_contract",
            "UPDATE bikes.v_contract SET country = 'Nowhere'",
            "CREATE TABLE bikes.mine (id INT)",
            "CREATE SCHEMA mine")) {
      assertThatThrownBy(() -> execute(command)).isInstanceOf(SQLException.class);
    }
  }

  /** What the dashboard asks. */
  @Test
  void isEnoughToServeADashboard() {
    try (Warehouse warehouse = JdbcWarehouse.open(READER, Clock.systemUTC())) {
      StationKey key = new StationKey("lyon", "7");
      Instant from = Instant.parse("2026-03-01T00:00:00Z");
      Instant to = from.plus(Duration.ofDays(1));
      assertThat(warehouse.listLoadedDays()).hasSize(8);
      assertThat(warehouse.loadedThrough()).hasSize(4);
      assertThat(warehouse.listContracts()).hasSize(4);
      assertThat(warehouse.listHours(key, from, to)).hasSize(24);
      assertThat(warehouse.listHours(Loader.lyon("2026-03-01"))).hasSize(48);
      assertThat(warehouse.checksum(Loader.lyon("2026-03-01")).hours().count()).isEqualTo(48);
      assertThat(warehouse.listPoints(key, from, to)).isNotEmpty();
      assertThat(warehouse.findClose(key, Loader.lyon("2026-03-01").date())).isPresent();
      assertThat(warehouse.listRuns(9)).hasSize(2);
      assertThat(warehouse.listProgress(9)).hasSize(1);
      assertThat(warehouse.listPollHours("lyon", from, to.plus(Duration.ofDays(1)))).isNotEmpty();
      assertThat(warehouse.listRejected(from, to.plus(Duration.ofDays(1)), 9)).hasSize(3);
      assertThatThrownBy(() -> warehouse.expireObservations(1))
          .isInstanceOf(WarehouseException.class);
    }
  }

  private static List<String> tables() {
    return Tables.ask(
            OWNER,
            "SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = 'bikes' AND table_type = 'BASE TABLE'")
        .stream()
        .skip(1)
        .toList();
  }

  private static void execute(String command) throws SQLException {
    try (Connection connection = READER.connect()) {
      new Sql(connection).execute(command);
    }
  }
}
