package org.dockline.warehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dockline.station.testing.ObservationBuilder.polledAt;
import static org.dockline.warehouse.testing.Loader.lyon;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.station.testing.RandomHistory;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.DayTotals;
import org.dockline.warehouse.LoadRun;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.StagingWriter;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.StationPoint;
import org.dockline.warehouse.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Warehouse} promises: the fake, H2 and SQL Server pass the same test. */
public abstract class WarehouseContract {

  /** When every load of these tests happens. */
  protected static final Instant LOADED_AT = Instant.parse("2026-03-10T04:00:00.123Z");

  private static final StationKey BELLECOUR = new StationKey("lyon", "7");
  private static final DayRead READ = new DayRead(3, Map.of(0, 42L, 1, 7L));

  private Warehouse warehouse;
  private Loader loader;

  /** A new, empty warehouse. */
  protected abstract Warehouse open(Clock clock);

  @BeforeEach
  void openIt() {
    warehouse = open(Clock.fixed(LOADED_AT, ZoneOffset.UTC));
    loader = new Loader(warehouse);
  }

  @AfterEach
  void closeIt() {
    warehouse.close();
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(warehouse.listLoadedDays()).isEmpty();
    assertThat(warehouse.loadedThrough()).isEmpty();
    assertThat(warehouse.listContracts()).isEmpty();
    assertThat(warehouse.listRuns(10)).isEmpty();
    assertThat(warehouse.closes("lyon", LocalDate.parse("2026-03-01"))).isEmpty();
    assertThat(warehouse.findClose(BELLECOUR, LocalDate.parse("2026-03-01"))).isEmpty();
  }

  @Test
  void showsNothingOfWhatIsOnlyStaged() {
    loader.stage("a", 0, someDay());
    assertThat(warehouse.listLoadedDays()).isEmpty();
    assertThat(allHours()).isEmpty();
    assertThat(allPoints()).isEmpty();
  }

  @Test
  void keepsHoursPointsAndCloseOfADay() {
    List<StationDay> stations = someDay();
    loader.stage("a", 0, stations);
    DayTotals totals = warehouse.replaceDay("a", lyon("2026-03-01"), READ);
    StationDay day = stations.getFirst();
    assertThat(totals)
        .isEqualTo(
            new DayTotals(1, 24, day.changes().size(), day.flows().episodes().size(), 1, true));
    assertThat(allHours()).isEqualTo(StationHour.of(day)).hasSize(24);
    assertThat(allPoints()).isEqualTo(day.changes().stream().map(StationPoint::of).toList());
    assertThat(warehouse.findClose(BELLECOUR, day.day().date())).contains(day.flows().close());
    assertThat(warehouse.listLoadedDays())
        .containsExactly(new LoadedDay("lyon", day.day().date(), READ, LOADED_AT, false));
  }

  @Test
  void leavesTheSameWhenADayIsLoadedTwice() {
    ContractDay day = lyon("2026-03-01");
    loader.load(day, morning("2026-03-01"));
    List<StationHour> hours = allHours();
    List<StationPoint> points = allPoints();
    DayTotals again = loader.load(day, morning("2026-03-01"));
    assertThat(again.closeChanged()).isFalse();
    assertThat(allHours()).isEqualTo(hours);
    assertThat(allPoints()).isEqualTo(points);
    assertThat(warehouse.listLoadedDays()).hasSize(1);
  }

  @Test
  void replacesEverythingOfTheDayAndNothingElse() {
    loader.load(lyon("2026-03-01"), morning("2026-03-01"));
    loader.load(lyon("2026-03-02"), morning("2026-03-02"));
    ContractDay toyama = new ContractDay("toyama", LocalDate.parse("2026-03-01"), tokyo());
    loader.load(toyama, polledAt("2026-03-01T03:00:00Z").station("toyama/1").build());
    loader.load(lyon("2026-03-01"), polledAt("2026-03-01T12:00:00Z").station("lyon/8").build());
    assertThat(allHours()).extracting(StationHour::localDate).containsOnly(date("2026-03-02"));
    assertThat(hoursOf("lyon/8")).hasSize(24);
    assertThat(hoursOf("toyama/1")).hasSize(24);
    assertThat(warehouse.closes("lyon", date("2026-03-01")))
        .containsOnlyKeys(new StationKey("lyon", "8"));
  }

  @Test
  void loadsADayWithoutAnything() {
    loader.load(lyon("2026-03-01"), morning("2026-03-01"));
    DayTotals totals = warehouse.replaceDay("nothing", lyon("2026-03-01"), READ);
    assertThat(totals).isEqualTo(new DayTotals(0, 0, 0, 0, 0, true));
    assertThat(allHours()).isEmpty();
    assertThat(warehouse.loadedThrough()).containsKey("lyon");
  }

  @Test
  void forgetsAPartThatWasNotCommitted() {
    try (StagingWriter writer = warehouse.stage("a", 0)) {
      someDay().forEach(writer::add);
    }
    assertThat(warehouse.replaceDay("a", lyon("2026-03-01"), READ).stations()).isZero();
  }

  @Test
  void replacesAPartThatIsOpenedAgain() {
    loader.stage("a", 0, someDay());
    loader.stage("a", 1, stationDays("lyon/8", "lyon/9"));
    loader.stage("a", 1, stationDays("lyon/8"));
    assertThat(warehouse.replaceDay("a", lyon("2026-03-01"), READ).stations()).isEqualTo(2);
  }

  @Test
  void keepsTheEarlierPartUntilTheNewOneCommits() {
    loader.stage("a", 0, someDay());
    try (StagingWriter writer = warehouse.stage("a", 0)) {
      stationDays("lyon/8", "lyon/9").forEach(writer::add);
    }
    assertThat(warehouse.replaceDay("a", lyon("2026-03-01"), READ).stations()).isEqualTo(1);
  }

  @Test
  void takesManyPartsAndDaysUnderOneLoad() {
    try (StagingWriter one = warehouse.stage("a", 1);
        StagingWriter two = warehouse.stage("a", 2)) {
      stationDays("lyon/8").forEach(one::add);
      someDay().forEach(two::add);
      loader.compute(lyon("2026-03-02"), morning("2026-03-02")).forEach(one::add);
      one.commit();
      two.commit();
    }
    assertThat(warehouse.replaceDay("a", lyon("2026-03-01"), READ).stations()).isEqualTo(2);
    assertThat(warehouse.replaceDay("a", lyon("2026-03-02"), READ).stations()).isEqualTo(1);
  }

  @Test
  void discardsOneLoadOnly() {
    loader.stage("a", 0, someDay());
    loader.stage("b", 0, someDay());
    warehouse.discardStaging("a");
    warehouse.discardStaging("never staged");
    assertThat(warehouse.replaceDay("a", lyon("2026-03-01"), READ).stations()).isZero();
    assertThat(warehouse.replaceDay("b", lyon("2026-03-01"), READ).stations()).isEqualTo(1);
  }

  @Test
  void movesLoadedThroughOnlyAlongTheRunOfTheFirstLoadedDay() {
    loader.load(lyon("2026-03-03"), morning("2026-03-03"));
    assertThat(through()).isEqualTo(lyon("2026-03-03").end());
    loader.load(lyon("2026-03-05"), morning("2026-03-05"));
    assertThat(through()).as("a gap is not jumped").isEqualTo(lyon("2026-03-03").end());
    loader.load(lyon("2026-02-10"), morning("2026-02-10"));
    assertThat(through()).as("never lowered").isEqualTo(lyon("2026-03-03").end());
    loader.load(lyon("2026-03-04"), morning("2026-03-04"));
    assertThat(through()).as("the gap is closed").isEqualTo(lyon("2026-03-05").end());
    loader.load(lyon("2026-03-04"), morning("2026-03-04"));
    assertThat(through()).isEqualTo(lyon("2026-03-05").end());
  }

  @Test
  void keepsClosesWithoutAnyLoss() {
    StationObservation odd =
        polledAt("2026-03-01T10:00:00.789Z")
            .name("駅　\"前\"\n'; DROP TABLE bikes.load_run; -- é\uFFFD 🚲 ")
            .extra("{\"a\":{\"b\":[1,2.50,null]},\"c\":\"\\u0000 ü\"}")
            .source(Source.GBFS_3)
            .counts(4, null)
            .feedUpdatedAt(Instant.parse("2026-03-01T09:59:59.001Z"))
            .build();
    StationObservation closed =
        polledAt("2026-03-01T11:00:00Z").closed().reportedAt((Instant) null).build();
    List<StationDay> stations = loader.compute(lyon("2026-03-01"), List.of(odd, closed));
    loader.replace(lyon("2026-03-01"), stations);
    StationClose expected = stations.getFirst().flows().close();
    assertThat(expected.last()).isNotEqualTo(expected.lastKnown());
    assertThat(warehouse.closes("lyon", date("2026-03-01"))).isEqualTo(Map.of(BELLECOUR, expected));
  }

  @Test
  void keepsTheCloseOfAStationThatSaidNothing() {
    StationDay silent =
        StationDay.of(BELLECOUR, lyon("2026-03-01"), StationClose.NOTHING, List.of());
    loader.replace(lyon("2026-03-01"), List.of(silent));
    assertThat(warehouse.findClose(BELLECOUR, date("2026-03-01"))).contains(StationClose.NOTHING);
    assertThat(allHours()).isEqualTo(StationHour.of(silent));
  }

  @Test
  void marksTheNextDayWhenItsSeedChanges() {
    ContractDay first = lyon("2026-03-01");
    ContractDay second = lyon("2026-03-02");
    loader.load(second, morning("2026-03-02"));
    assertThat(loader.load(first, morning("2026-03-01")).closeChanged()).isTrue();
    assertThat(seedChanged()).containsExactly(false, true);
    loader.load(second, morning("2026-03-02"));
    assertThat(seedChanged()).containsExactly(false, false);
    assertThat(loader.load(first, morning("2026-03-01")).closeChanged()).isFalse();
    assertThat(seedChanged()).containsExactly(false, false);
    loader.load(first, polledAt("2026-03-01T22:00:00Z").bikes(1).build());
    assertThat(seedChanged()).containsExactly(false, true);
  }

  @Test
  void readsHalfOpenIntervalsInOrder() {
    loader.load(
        lyon("2026-03-01"),
        polledAt("2026-03-01T10:20:00Z").bikes(3).build(),
        polledAt("2026-03-01T10:00:00Z").bikes(1).build(),
        polledAt("2026-03-01T10:10:00Z").bikes(2).build());
    assertThat(
            warehouse.listPoints(BELLECOUR, at("2026-03-01T10:00:00Z"), at("2026-03-01T10:20:00Z")))
        .extracting(p -> p.observation().observation().counts().bikes())
        .containsExactly(1, 2);
    assertThat(
            warehouse.listHours(BELLECOUR, at("2026-03-01T10:00:00Z"), at("2026-03-01T12:00:00Z")))
        .extracting(StationHour::localHour)
        .containsExactly(11, 12);
  }

  @Test
  void keepsDaysOf23And25HoursAndHalfHourZones() {
    loader.load(lyon("2026-03-29"), morning("2026-03-29"));
    assertThat(allHours()).hasSize(23).extracting(StationHour::localHour).doesNotContain(2);
    loader.load(lyon("2026-10-25"), morning("2026-10-25"));
    assertThat(allHours().subList(23, 48))
        .extracting(StationHour::localHour)
        .startsWith(0, 1, 2, 2, 3);
    ContractDay mumbai = new ContractDay("mumbai", date("2026-03-01"), ZoneId.of("Asia/Kolkata"));
    loader.load(mumbai, polledAt("2026-03-01T03:00:00Z").station("mumbai/1").build());
    assertThat(hoursOf("mumbai/1").getFirst().flows().start())
        .isEqualTo(at("2026-02-28T18:30:00Z"));
  }

  @Test
  void keepsWhateverAStationMaySay() {
    List<StationKey> keys =
        IntStream.range(0, 5).mapToObj(i -> new StationKey("lyon", "r" + i)).toList();
    List<ContractDay> days = List.of(lyon("2026-03-28"), lyon("2026-03-29"), lyon("2026-03-30"));
    for (ContractDay day : days) {
      List<StationObservation> all =
          keys.stream()
              .flatMap(
                  key ->
                      RandomHistory.of(
                          key.stableHash() + day.date().toEpochDay(), key, day.start(), day.end())
                          .stream())
              .toList();
      List<StationDay> stations = loader.compute(day, all);
      loader.replace(day, stations);
      for (StationDay station : stations) {
        StationKey key = station.flows().key();
        assertThat(warehouse.listHours(key, day.start(), day.end()))
            .isEqualTo(StationHour.of(station));
        assertThat(warehouse.listPoints(key, day.start(), day.end()))
            .isEqualTo(station.changes().stream().map(StationPoint::of).toList());
        assertThat(warehouse.findClose(key, day.date())).contains(station.flows().close());
      }
    }
  }

  @Test
  void listsRunsNewestFirst() {
    LoadRun failed =
        new LoadRun(
            "lyon",
            date("2026-03-01"),
            LOADED_AT,
            LOADED_AT.plusMillis(1),
            LoadRun.Status.FAILED,
            1,
            0,
            0,
            0,
            0,
            null,
            "the disk is full");
    LoadRun loaded =
        new LoadRun(
            "nobody knows it",
            date("2026-03-01"),
            LOADED_AT,
            LOADED_AT.plusSeconds(9),
            LoadRun.Status.LOADED,
            10_000_000_000L,
            2,
            3,
            4,
            5,
            6L,
            null);
    warehouse.recordRun(failed);
    warehouse.recordRun(loaded);
    assertThat(warehouse.listRuns(10)).containsExactly(loaded, failed);
    assertThat(warehouse.listRuns(1)).containsExactly(loaded);
    assertThat(warehouse.listRuns(0)).isEmpty();
  }

  @Test
  void savesContractsAndAddsThoseItMeets() {
    Contract lyon =
        new Contract("lyon", "Vélo'v", "FR", "France", ZoneId.of("Europe/Paris"), 45.76, 4.84);
    Contract renamed =
        new Contract("lyon", "Velov", null, null, ZoneId.of("Europe/Paris"), null, null);
    warehouse.saveContracts(List.of(lyon));
    warehouse.saveContracts(List.of(lyon));
    assertThat(warehouse.listContracts()).containsExactly(lyon);
    loader.load(lyon("2026-03-01"), morning("2026-03-01"));
    ContractDay other = new ContractDay("aix", date("2026-03-01"), ZoneId.of("Europe/Paris"));
    warehouse.replaceDay("none", other, READ);
    warehouse.saveContracts(List.of(renamed));
    assertThat(warehouse.listContracts())
        .containsExactly(
            new Contract("aix", null, null, null, ZoneId.of("Europe/Paris"), null, null), renamed);
  }

  @Test
  void letsTwoLoadsAtOnceComeOutAsOneAfterTheOther() {
    List<ContractDay> days =
        Stream.of("2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04")
            .map(Loader::lyon)
            .toList();
    for (ContractDay day : days) {
      loader.stage(day.date().toString(), 0, loader.compute(day, morning(day.date().toString())));
    }
    List<CompletableFuture<DayTotals>> loads =
        days.stream()
            .map(
                day ->
                    CompletableFuture.supplyAsync(
                        () -> warehouse.replaceDay(day.date().toString(), day, READ)))
            .toList();
    loads.forEach(load -> assertThat(load.join().hours()).isEqualTo(24));
    assertThat(allHours()).hasSize(96);
    assertThat(warehouse.listLoadedDays()).hasSize(4);
  }

  private List<StationDay> someDay() {
    return loader.compute(lyon("2026-03-01"), morning("2026-03-01"));
  }

  private List<StationDay> stationDays(String... keys) {
    return loader.compute(
        lyon("2026-03-01"),
        Stream.of(keys).map(key -> polledAt("2026-03-01T08:00:00Z").station(key).build()).toList());
  }

  /** Lyon 7 goes empty, fills up, and is delivered twice once. */
  private static List<StationObservation> morning(String date) {
    StationObservation twice = polledAt(date + "T07:10:00Z").bikes(0).build();
    return List.of(
        polledAt(date + "T07:00:00Z").bikes(2).build(),
        twice,
        twice,
        polledAt(date + "T07:20:00Z").bikes(0).build(),
        polledAt(date + "T07:30:00.500Z").bikes(20).build());
  }

  private List<StationHour> allHours() {
    return hoursOf(BELLECOUR.toString());
  }

  private List<StationHour> hoursOf(String key) {
    return warehouse.listHours(
        StationKey.parse(key), at("2020-01-01T00:00:00Z"), at("2030-01-01T00:00:00Z"));
  }

  private List<StationPoint> allPoints() {
    return warehouse.listPoints(BELLECOUR, at("2020-01-01T00:00:00Z"), at("2030-01-01T00:00:00Z"));
  }

  private List<Boolean> seedChanged() {
    return warehouse.listLoadedDays().stream().map(LoadedDay::seedChanged).toList();
  }

  private Instant through() {
    return warehouse.loadedThrough().get("lyon");
  }

  private static ZoneId tokyo() {
    return ZoneId.of("Asia/Tokyo");
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(text);
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
