package org.dockline.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dockline.batch.kafka.KafkaAddress;
import org.dockline.batch.kafka.KafkaDaySource;
import org.dockline.batch.load.DayLoad;
import org.dockline.batch.load.LoadParts;
import org.dockline.batch.load.LoadRequest;
import org.dockline.batch.load.LoadResult;
import org.dockline.batch.load.LoadSizes;
import org.dockline.batch.load.LogUnavailableException;
import org.dockline.batch.log.JoinedLog;
import org.dockline.batch.sql.JdbcStaging;
import org.dockline.batch.testing.City;
import org.dockline.batch.testing.SteppedClock;
import org.dockline.batch.testing.TestTopics;
import org.dockline.batch.testing.TestWarehouse;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.BrokerProcess;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.jdbc.JdbcWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a real broker, through Spark, into H2: to the last row what the plain rule says. */
class KafkaLoadIT {

  private static final LocalDate DATE = LocalDate.parse("2026-03-28");
  private static final City LYON = City.of(day("lyon", "Europe/Paris"), 2, 6);
  private static final City TOYAMA = City.of(day("toyama", "Asia/Tokyo"), 2, 4);
  private static final Instant NOW = Instant.parse("2026-03-30T05:00:00Z");
  private static final AtomicInteger TOPICS = new AtomicInteger();

  @TempDir static Path directory;
  private static BrokerProcess broker;

  private final SteppedClock clock = new SteppedClock(NOW.toString());
  private final TestWarehouse database = TestWarehouse.start();
  private final Warehouse warehouse = JdbcWarehouse.open(database.login(), clock);
  private TestTopics topics = topics(1);

  @BeforeAll
  static void startBroker() {
    broker = BrokerProcess.start(directory);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @AfterEach
  void close() {
    topics.close();
    warehouse.close();
    database.close();
  }

  @Test
  void pouredDaysLoadToTheLastRowAndAgainTheSame() {
    pour();
    assertThat(load(LoadRequest.DUE)).isEqualTo(new LoadResult(4, 0, 0));
    assertHolds(LYON);
    assertHolds(TOYAMA);

    assertThat(load(LoadRequest.DUE)).isEqualTo(new LoadResult(0, 0, 0));
    LoadRequest.Dates both = new LoadRequest.Dates(DATE, DATE.plusDays(1));
    assertThat(load(new LoadRequest(both, null))).isEqualTo(new LoadResult(4, 0, 0));
    assertHolds(LYON);
    assertHolds(TOYAMA);
  }

  @Test
  void repeatedUnsortedAndUnreadableRecordsChangeNothing() {
    List<StationObservation> backwards = LYON.observations().reversed();
    topics.send(LYON.observations().subList(200, 400));
    topics.send("lyon/s1", LYON.days().getFirst().start(), "no".getBytes(StandardCharsets.UTF_8));
    topics.send(backwards);
    topics.report(NOW);

    assertThat(load(LoadRequest.DUE)).isEqualTo(new LoadResult(2, 0, 0));
    assertHolds(LYON);
    assertThat(warehouse.listRuns(9)).extracting("rowsRejected").containsExactlyInAnyOrder(1L, 0L);
  }

  @Test
  void lateRecordReloadsItsDayAndWhatFollowsFromIt() {
    pour();
    load(LoadRequest.DUE);
    Instant firstLoad = clock.instant();
    clock.set(NOW.plusSeconds(3_600));
    ContractDay first = LYON.days().getFirst();
    StationKey station = LYON.stations().getFirst();
    List<StationObservation> late =
        List.of(ObservationBuilder.polledAt(first.end().minusSeconds(1)).station(station).build());
    topics.send(late);

    assertThat(load(LoadRequest.DUE)).isEqualTo(new LoadResult(2, 0, 0));
    assertHolds(LYON.plus(late));
    assertHolds(TOYAMA);
    assertThat(warehouse.listLoadedDays())
        .filteredOn(day -> day.loadedAt().isAfter(firstLoad))
        .extracting(LoadedDay::contract)
        .containsExactly("lyon", "lyon");
    assertThat(load(LoadRequest.DUE)).isEqualTo(new LoadResult(0, 0, 0));
  }

  @Test
  void topicOfManyPartitionsGivesTheSameRows() {
    topics.close();
    topics = topics(5);
    pour();

    assertThat(load(LoadRequest.DUE)).isEqualTo(new LoadResult(4, 0, 0));
    assertHolds(LYON);
    assertThat(warehouse.listLoadedDays().getFirst().read().readTo()).hasSize(5);
  }

  @Test
  void dayThatKafkaHasForgottenInPartIsNeverReplaced() {
    pour();
    load(LoadRequest.DUE);
    topics.deleteBefore(100);

    assertThat(load(new LoadRequest(new LoadRequest.Dates(DATE, DATE), "lyon")))
        .isEqualTo(new LoadResult(0, 0, 1));
    assertHolds(LYON);
    assertThat(warehouse.listRuns(1)).extracting("error").asString().contains("no longer holds");
  }

  @Test
  void firstStartOnAForgetfulTopicBeginsWithTheFirstWholeDay() {
    pour();
    topics.deleteBefore(100);

    assertThat(load(LoadRequest.DUE).failed()).isZero();
    assertThat(warehouse.listLoadedDays())
        .filteredOn(day -> day.contract().equals("lyon"))
        .extracting(LoadedDay::date)
        .containsExactly(DATE.plusDays(1));
  }

  @Test
  void missingTopicIsNamed() {
    KafkaAddress nowhere =
        new KafkaAddress(broker.bootstrapServers(), "nothing_topic", "none", "none");

    assertThatThrownBy(() -> load(LoadRequest.DUE, nowhere))
        .isInstanceOf(LogUnavailableException.class)
        .hasMessageContaining("no topic none")
        .hasMessageContaining("poller");
  }

  private void pour() {
    List<StationObservation> all = new ArrayList<>(LYON.observations());
    all.addAll(TOYAMA.observations());
    topics.send(all);
    topics.report(NOW);
  }

  private void assertHolds(City city) {
    Instant from = city.days().getFirst().start();
    Instant to = city.days().getLast().end();
    for (StationKey key : city.stations()) {
      assertThat(warehouse.listHours(key, from, to)).as("%s", key).isEqualTo(city.hours(key));
      city.closes(key)
          .forEach(
              (date, close) ->
                  assertThat(warehouse.findClose(key, date))
                      .as("%s %s", key, date)
                      .hasValue(close));
    }
  }

  private LoadResult load(LoadRequest request) {
    return load(request, topics.address());
  }

  private LoadResult load(LoadRequest request, KafkaAddress kafka) {
    ContractCatalogue catalogue = ContractCatalogue.builtIn();
    LoadParts parts =
        new LoadParts(
            new JoinedLog(List.of(new KafkaDaySource(kafka)), catalogue, clock),
            warehouse,
            new JdbcStaging(database.login()),
            SharedSpark::get,
            loadedThrough -> assertThat(loadedThrough).isEqualTo(warehouse.loadedThrough()),
            "load-" + clock.instant(),
            new LoadSizes(1_000_000, 500, 2),
            clock);
    return new DayLoad(parts, catalogue).run(request);
  }

  private static TestTopics topics(int partitions) {
    String suffix = "_" + TOPICS.incrementAndGet();
    return TestTopics.create(broker.bootstrapServers(), suffix, partitions);
  }

  private static ContractDay day(String contract, String zone) {
    return new ContractDay(contract, DATE, ZoneId.of(zone));
  }
}
