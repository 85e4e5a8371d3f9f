package org.dockline.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.dockline.batch.kafka.KafkaAddress;
import org.dockline.batch.testing.City;
import org.dockline.batch.testing.KillingTrigger;
import org.dockline.batch.testing.LoadChild;
import org.dockline.batch.testing.TestTopics;
import org.dockline.batch.testing.TestWarehouse;
import org.dockline.station.ContractDay;
import org.dockline.station.PollHour;
import org.dockline.station.StationKey;
import org.dockline.station.testing.BrokerProcess;
import org.dockline.warehouse.DayChecksum;
import org.dockline.warehouse.RejectedRecord;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.jdbc.JdbcWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A load or an archiver that is killed (SIGKILL) and run again leaves what an undisturbed one
 * leaves; and so does a rebuild from the archive alone.
 */
class KilledLoadIT {
  private static final ContractDay FIRST =
      new ContractDay("lyon", LocalDate.parse("2026-03-28"), ZoneId.of("Europe/Paris"));
  private static final City LYON = City.of(FIRST, 2, 12);
  private static final Map<String, String> SMALL_FILES = Map.of("ARCHIVE_FILE_RECORDS", "400");

  private static final boolean LONG = Boolean.getBoolean("dockline.long");
  private static final int KILLS = LONG ? 20 : 5;

  /** Staged; poll hours done; in the transaction of a day; a day committed. */
  private static final List<String> POINTS =
      LONG
          ? List.of("fact_poll_hour", "rejected_record", "loaded_day", "load_run")
          : List.of("rejected_record", "loaded_day", "load_run");

  private static final String[] DAYS = {
    "load", "--from", FIRST.date().toString(), "--to", LYON.days().getLast().date().toString()
  };

  @TempDir static Path directory;
  private static BrokerProcess broker;
  private static TestTopics topics;
  private static Contents undisturbed;
  private static List<String> archived;
  private static Duration whole;

  private record Contents(
      List<DayChecksum> days, List<PollHour> pollHours, List<RejectedRecord> rejected) {}

  @BeforeAll
  static void pourAndLoad() throws Exception {
    broker = BrokerProcess.start(directory);
    topics = TestTopics.create(broker.bootstrapServers(), "_killed", 1);
    topics.send(LYON.observations());
    LYON.days().forEach(day -> topics.report(day.start().plusSeconds(40_000)));
    topics.reject(FIRST.start().plusSeconds(60), "lyon");
    topics.report(LYON.days().getLast().settledAt().plusSeconds(1));
    try (TestWarehouse warehouse = TestWarehouse.start()) {
      Path folder = folder();
      Instant start = Clock.systemUTC().instant();
      assertEnds(warehouse, folder, topics.address(), DAYS);
      whole = Duration.between(start, Clock.systemUTC().instant());
      undisturbed = contents(warehouse);
      archived = archived(folder);
      assertHoldsTheCity(warehouse);
      assertRebuilds(folder);
    }
  }

  @AfterAll
  static void stop() {
    topics.close();
    broker.close();
  }

  /** Again and again: what one leaves behind, the next one finds. */
  @Test
  void killedWhereverItIs() throws Exception {
    try (TestWarehouse warehouse = TestWarehouse.start()) {
      Path folder = folder();
      for (String table : POINTS) {
        killWhenItFirstWritesTo(table, warehouse, folder);
      }
      killAtRandomMoments(warehouse, folder);
      assertEnds(warehouse, folder, topics.address(), DAYS);
      assertThat(contents(warehouse)).isEqualTo(undisturbed);
      assertThat(archived(folder)).isEqualTo(archived);
    }
  }

  private static void killWhenItFirstWritesTo(String table, TestWarehouse warehouse, Path folder)
      throws Exception {
    KillingTrigger trigger = KillingTrigger.on(warehouse, table);
    try (LoadChild child = child(warehouse, folder, topics.address(), DAYS)) {
      trigger.arm(child.handle());
      assertThat(child.await()).as("%s: %s", table, child.output()).isEqualTo(137);
    }
    trigger.disarm();
  }

  private static void killAtRandomMoments(TestWarehouse warehouse, Path folder) throws Exception {
    Random random = new Random(7);
    Duration expected = whole;
    for (int kills = 0; kills < KILLS; ) {
      Instant start = Clock.systemUTC().instant();
      Duration wait = Duration.ofMillis((long) (expected.toMillis() * random.nextDouble()));
      try (LoadChild child = child(warehouse, folder, topics.address(), DAYS)) {
        if (child.killAfter(wait)) {
          kills++;
        } else {
          // It was quicker than the one that was measured.
          expected = Duration.between(start, Clock.systemUTC().instant());
        }
      }
    }
  }

  @Test
  void killedWhileItArchives() throws Exception {
    Path folder = folder();
    try (TestWarehouse warehouse = TestWarehouse.start()) {
      try (LoadChild child = child(warehouse, folder, topics.address(), "archive")) {
        while (archived(folder).size() < archived.size() / 3 && child.handle().isAlive()) {
          Thread.onSpinWait();
        }
        child.killAfter(Duration.ZERO);
      }
      assertThat(archived).containsAll(archived(folder));
      assertEnds(warehouse, folder, topics.address(), "archive");
      assertThat(archived(folder)).isEqualTo(archived);
    }
  }

  /** Without Kafka. */
  private static void assertRebuilds(Path folder) throws Exception {
    KafkaAddress t = topics.address();
    KafkaAddress nowhere =
        new KafkaAddress("127.0.0.1:1", t.stationsTopic(), t.pollsTopic(), t.rejectedTopic());
    try (TestWarehouse warehouse = TestWarehouse.start()) {
      assertEnds(warehouse, folder, nowhere, "rebuild");
      assertThat(contents(warehouse)).isEqualTo(undisturbed);
    }
  }

  private static void assertHoldsTheCity(TestWarehouse database) {
    try (Warehouse warehouse = JdbcWarehouse.open(database.login(), Clock.systemUTC())) {
      for (StationKey key : LYON.stations()) {
        assertThat(warehouse.listHours(key, FIRST.start(), LYON.days().getLast().end()))
            .as("%s", key)
            .isEqualTo(LYON.hours(key));
      }
    }
    assertThat(undisturbed.pollHours()).isNotEmpty();
    assertThat(undisturbed.rejected()).hasSize(1);
  }

  private static void assertEnds(
      TestWarehouse warehouse, Path folder, KafkaAddress kafka, String... arguments)
      throws InterruptedException {
    try (LoadChild child = child(warehouse, folder, kafka, arguments)) {
      assertThat(child.await()).as("%s", child.output()).isZero();
    }
  }

  private static LoadChild child(
      TestWarehouse warehouse, Path folder, KafkaAddress kafka, String... arguments) {
    return LoadChild.start(folder, kafka, warehouse.login(), SMALL_FILES, arguments);
  }

  private static Contents contents(TestWarehouse database) {
    Instant from = FIRST.start().minus(Duration.ofDays(2));
    Instant to = LYON.days().getLast().end().plus(Duration.ofDays(2));
    try (Warehouse warehouse = JdbcWarehouse.open(database.login(), Clock.systemUTC())) {
      return new Contents(
          LYON.days().stream().map(warehouse::checksum).toList(),
          warehouse.listPollHours("*", from, to),
          warehouse.listRejected(from, to, 100));
    }
  }

  private static Path folder() throws IOException {
    return Files.createTempDirectory(directory, "load");
  }

  private static List<String> archived(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    KafkaAddress t = topics.address();
    for (String topic : List.of(t.stationsTopic(), t.pollsTopic(), t.rejectedTopic())) {
      Path archive = folder.resolve("archive").resolve(topic);
      if (Files.exists(archive)) {
        // Names alone: what is being written may be gone before it could be looked at.
        try (Stream<Path> files = Files.list(archive)) {
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith(topic))
              .forEach(names::add);
        }
      }
    }
    Collections.sort(names);
    return names;
  }
}
