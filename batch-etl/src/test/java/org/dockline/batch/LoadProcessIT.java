package org.dockline.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.dockline.batch.kafka.KafkaAddress;
import org.dockline.batch.testing.City;
import org.dockline.batch.testing.LoadChild;
import org.dockline.batch.testing.SparkHome;
import org.dockline.batch.testing.TestTopics;
import org.dockline.batch.testing.TestWarehouse;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.testing.BrokerProcess;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.jdbc.JdbcWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as the process it is: exit codes, kills, the schedule and its end. */
class LoadProcessIT {

  private static final ContractDay FIRST =
      new ContractDay("lyon", LocalDate.parse("2026-03-28"), ZoneId.of("Europe/Paris"));
  private static final City LYON = City.of(FIRST, 2, 20);

  @TempDir static Path directory;
  private static BrokerProcess broker;
  private static TestTopics topics;

  @BeforeAll
  static void pour() {
    broker = BrokerProcess.start(directory);
    topics = TestTopics.create(broker.bootstrapServers(), "_process", 1);
    topics.send(LYON.observations());
    topics.report(LYON.days().getLast().settledAt().plusSeconds(1));
  }

  @AfterAll
  static void stop() {
    topics.close();
    broker.close();
  }

  @Test
  void scheduleLoadsAtOnceAndItsEndIsItsLoadsEnd() throws InterruptedException {
    try (TestWarehouse database = TestWarehouse.start();
        Warehouse warehouse = JdbcWarehouse.open(database.login(), Clock.systemUTC());
        LoadChild schedule = child(database, "schedule")) {
      await(() -> schedule.handle().children().findAny().isPresent());
      await(() -> !warehouse.listLoadedDays().isEmpty());
      await(() -> schedule.output().contains("The next load begins at"));
      assertThat(schedule.output()).contains("The load ended: DONE");
      schedule.handle().destroy();
      assertThat(schedule.await()).as("SIGTERM").isEqualTo(143);
      assertExit(0, child(database, "verify"), "nothing is lost, double or different");
    }
  }

  /** A real standalone master and two workers, each with a JVM of its own for its tasks. */
  @Test
  void clusterOfTwoWorkersLoadsTheSameRows() throws Exception {
    Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "spark-home");
    Map<String, String> cluster =
        Map.of(
            "SPARK_MASTER",
            "local-cluster[2,1,1024]",
            "SPARK_SCALA_VERSION",
            "2.13",
            "SPARK_HOME",
            SparkHome.make(home).toString());
    try (TestTopics many = TestTopics.create(broker.bootstrapServers(), "_cluster", 3);
        TestWarehouse warehouse = TestWarehouse.start()) {
      many.send(LYON.observations());
      many.report(LYON.days().getLast().settledAt().plusSeconds(1));
      try (LoadChild child =
          LoadChild.start(
              directory,
              many.address(),
              warehouse.login(),
              cluster,
              "load",
              "--from",
              FIRST.date().toString(),
              "--to",
              LYON.days().getLast().date().toString())) {
        assertThat(child.await()).as(child.output()).isZero();
      }
      try (Warehouse loaded = JdbcWarehouse.open(warehouse.login(), Clock.systemUTC())) {
        Instant end = LYON.days().getLast().end();
        for (StationKey key : LYON.stations()) {
          assertThat(loaded.listHours(key, FIRST.start(), end))
              .as("%s", key)
              .isEqualTo(LYON.hours(key));
        }
      }
      assertThat(home.resolve("work"))
          .isDirectoryRecursivelyContaining("glob:**/0/stderr")
          .isDirectoryRecursivelyContaining("glob:**/1/stderr");
    }
  }

  @Test
  void failureIsMailedOnceAndRecoveryOnce() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    KafkaAddress later = TestTopics.address(broker.bootstrapServers(), "_later");
    Map<String, String> settings =
        Map.of(
            "SMTP_HOST", "127.0.0.1",
            "SMTP_PORT", Integer.toString(mail.getSmtp().getPort()),
            "SMTP_SECURITY", "none",
            "SMTP_FROM", "dockline@example.org",
            "SMTP_TO", "operator@example.org");
    try (TestWarehouse database = TestWarehouse.start();
        LoadChild schedule =
            LoadChild.start(directory, later, database.login(), settings, "schedule")) {
      await(() -> schedule.output().split("The load ended: UNAVAILABLE", -1).length > 2);
      try (TestTopics made = TestTopics.create(broker.bootstrapServers(), "_later", 1)) {
        made.report(FIRST.settledAt());
        await(() -> mail.getReceivedMessages().length > 1);
      }
      assertThat(schedule.output()).contains("The load ended: DONE");
      assertThat(mail.getReceivedMessages())
          .extracting(MimeMessage::getSubject)
          .containsExactly(
              "Dockline: the load can't reach what it needs", "Dockline: the load works again");
      assertThat(mail.getReceivedMessages()[0].getContent().toString())
          .contains("no topic polls_topic_later");
    } finally {
      mail.stop();
    }
  }

  @Test
  void endOfTheScheduleIsTheEndOfItsLoad() throws InterruptedException {
    try (TestWarehouse database = TestWarehouse.start();
        LoadChild schedule = child(database, "schedule")) {
      await(() -> schedule.handle().children().findAny().isPresent());
      ProcessHandle load = schedule.handle().children().findFirst().orElseThrow();
      schedule.handle().destroyForcibly();
      await(() -> !load.isAlive());
    }
  }

  @Test
  void exitCodeTellsWhatWentWrong() throws InterruptedException {
    try (TestWarehouse warehouse = TestWarehouse.start()) {
      assertExit(2, child(warehouse, "load", "--from", "2026-03-28"), "--from and --to");
      KafkaAddress away =
          new KafkaAddress(broker.bootstrapServers(), "no_topic", "no_topic", "no_topic");
      LoadChild rebuild = LoadChild.start(directory, away, warehouse.login(), "rebuild");
      assertExit(3, rebuild, "holds nothing of no_topic");
    }
  }

  private static void assertExit(int code, LoadChild child, String said)
      throws InterruptedException {
    try (child) {
      assertThat(child.await()).as(child.output()).isEqualTo(code);
      assertThat(child.output()).contains(said);
    }
  }

  private static LoadChild child(TestWarehouse warehouse, String... arguments) {
    return LoadChild.start(directory, topics.address(), warehouse.login(), arguments);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time is over").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
