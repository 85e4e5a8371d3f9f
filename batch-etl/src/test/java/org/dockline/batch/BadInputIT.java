package org.dockline.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.dockline.batch.kafka.KafkaAddress;
import org.dockline.batch.testing.City;
import org.dockline.batch.testing.LoadChild;
import org.dockline.batch.testing.TestTopics;
import org.dockline.batch.testing.TestWarehouse;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.testing.BrokerProcess;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.jdbc.JdbcWarehouse;
import org.dockline.warehouse.jdbc.WarehouseLogin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told, and with which exit code, by the program as the process it is. */
class BadInputIT {

  private static final ContractDay DAY =
      new ContractDay("lyon", LocalDate.parse("2026-03-28"), ZoneId.of("Europe/Paris"));
  private static final City LYON = City.of(DAY, 1, 5);

  @TempDir static Path directory;
  private static BrokerProcess broker;
  private static TestTopics topics;

  @BeforeAll
  static void pour() {
    broker = BrokerProcess.start(directory);
    topics = TestTopics.create(broker.bootstrapServers(), "_bad", 1);
    topics.send(LYON.observations());
    topics.report(DAY.settledAt().plusSeconds(1));
  }

  @AfterAll
  static void stop() {
    topics.close();
    broker.close();
  }

  @Test
  void oneLineNamesTheThingAndTheRemedy() throws Exception {
    Path file = Files.createFile(directory.resolve("no-folder"));
    try (TestWarehouse warehouse = TestWarehouse.start();
        TestWarehouse newer = newer()) {
      KafkaAddress missing = TestTopics.address(broker.bootstrapServers(), "_missing");
      // Side by side: most of the time goes into the start of a JVM.
      try (LoadChild arguments = child(warehouse, Map.of(), "--day", "tomorrow");
          LoadChild unknown = child(warehouse, Map.of(), "--contract", "nowhere");
          LoadChild future = child(warehouse, Map.of(), "--day", "2099-01-01");
          LoadChild topic = LoadChild.start(directory, missing, warehouse.login(), "load");
          LoadChild login = child(warehouse, Map.of("WAREHOUSE_PASSWORD", "another"));
          LoadChild schema = child(newer, Map.of());
          LoadChild folder = child(warehouse, Map.of("SNAPSHOT_DIR", file.toString()))) {
        assertEnds(arguments, 2, "Invalid value for option '--day'");
        assertEnds(unknown, 4, "contract nowhere");
        assertEnds(future, 4, "2099-01-01 lies in the future");
        assertEnds(topic, 3, "no topic polls_topic_missing");
        assertEnds(login, 3, "refuses the login 'dockline_etl'");
        assertEnds(schema, 3, "schema is version 99");
        assertEnds(folder, 3, "check SNAPSHOT_DIR");
      }
      try (Warehouse untouched = JdbcWarehouse.open(warehouse.login(), Clock.systemUTC())) {
        assertThat(untouched.listLoadedDays()).isEmpty();
      }
    }
  }

  @Test
  void databaseThatGoesAwayInTheMiddleLeavesNothingHalf() throws Exception {
    try (TestWarehouse database = TestWarehouse.start()) {
      try (LoadChild load = child(database, Map.of(), "--day", DAY.date().toString())) {
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> load.output().contains("contract-days to load"));
        database.breakConnections();
        assertThat(load.await()).as(load.output()).isEqualTo(3);
        assertThat(load.output()).contains("can't be reached").doesNotContain("\tat org.dockline");
      }
      try (Warehouse warehouse = JdbcWarehouse.open(database.login(), Clock.systemUTC())) {
        assertThat(warehouse.listLoadedDays()).isEmpty();
      }
      try (LoadChild again = child(database, Map.of(), "--day", DAY.date().toString())) {
        assertThat(again.await()).as(again.output()).isZero();
      }
      try (Warehouse warehouse = JdbcWarehouse.open(database.login(), Clock.systemUTC())) {
        StationKey key = LYON.stations().getFirst();
        assertThat(warehouse.listHours(key, DAY.start(), DAY.end())).isEqualTo(LYON.hours(key));
      }
    }
  }

  private static LoadChild child(
      TestWarehouse warehouse, Map<String, String> settings, String... arguments) {
    String[] load = new String[arguments.length + 1];
    load[0] = "load";
    System.arraycopy(arguments, 0, load, 1, arguments.length);
    return LoadChild.start(directory, topics.address(), warehouse.login(), settings, load);
  }

  private static void assertEnds(LoadChild child, int code, String said)
      throws InterruptedException {
    assertThat(child.await()).as(child.output()).isEqualTo(code);
    assertThat(child.output().lines().filter(line -> line.contains(said))).hasSize(1);
    assertThat(child.output()).doesNotContain("\tat org.dockline");
  }

  private static TestWarehouse newer() throws SQLException {
    TestWarehouse newer = TestWarehouse.start();
    WarehouseLogin login = newer.login();
    try (Connection connection =
            DriverManager.getConnection(login.url(), login.user(), login.password().reveal());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO bikes.\"flyway_schema_history\" SELECT 99, '99', 'later', \"type\","
              + " 'V99__later.sql', 1, \"installed_by\", \"installed_on\", 1, TRUE"
              + " FROM bikes.\"flyway_schema_history\" WHERE \"version\" = '1'");
    }
    return newer;
  }
}
