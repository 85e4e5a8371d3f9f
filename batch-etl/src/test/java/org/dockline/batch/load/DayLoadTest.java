package org.dockline.batch.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dockline.batch.SharedSpark;
import org.dockline.batch.testing.CapturingStaging;
import org.dockline.batch.testing.MemoryLog;
import org.dockline.batch.testing.RefusingWarehouse;
import org.dockline.batch.testing.SteppedClock;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.ContractDay;
import org.dockline.station.PollHour;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.RandomHistory;
import org.dockline.warehouse.LoadProgress;
import org.dockline.warehouse.LoadRun;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.RejectedRecord;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.testing.InMemoryWarehouse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DayLoadTest {

  private static final ContractDay LYON =
      new ContractDay("lyon", LocalDate.parse("2026-03-10"), ZoneId.of("Europe/Paris"));
  private static final ContractDay TOYAMA =
      new ContractDay("toyama", LYON.date(), ZoneId.of("Asia/Tokyo"));
  private static final StationKey STATION = new StationKey("lyon", "7");
  private static final StationKey OTHER = new StationKey("toyama", "3");

  private final SteppedClock clock = new SteppedClock("2026-03-12T05:00:00Z");
  private final MemoryLog log = new MemoryLog(ContractCatalogue.builtIn());
  private final InMemoryWarehouse warehouse = new InMemoryWarehouse(clock);
  private final Map<String, Instant> published = new HashMap<>();
  private long chunkRecords = 1_000_000;

  @Test
  void loadsEveryDueDayOfEveryContract() {
    pourTwoDays();
    LoadResult result = load(LoadRequest.DUE);

    assertThat(result).isEqualTo(new LoadResult(4, 0, 0));
    assertThat(warehouse.listHours(STATION, LYON.start(), LYON.next().end())).hasSize(48);
    assertThat(warehouse.listHours(OTHER, TOYAMA.start(), TOYAMA.next().end())).hasSize(48);
    assertThat(published)
        .isEqualTo(Map.of("lyon", LYON.next().end(), "toyama", TOYAMA.next().end()));
    assertThat(warehouse.listContracts()).extracting("countryCode").containsExactly("FR", "JP");
    assertThat(warehouse.listRuns(9))
        .extracting(LoadRun::status)
        .containsOnly(LoadRun.Status.LOADED)
        .hasSize(4);
  }

  @Test
  void secondRunFindsNothingDueAndRequestedReloadLeavesTheSameRows() {
    pourTwoDays();
    load(LoadRequest.DUE);
    List<StationHour> before = allHours();

    assertThat(load(LoadRequest.DUE)).isEqualTo(new LoadResult(0, 0, 0));
    assertThat(load(request(LYON.date(), LYON.next().date()))).isEqualTo(new LoadResult(4, 0, 0));
    assertThat(allHours()).isEqualTo(before);
  }

  @Test
  void pieceByPieceGivesTheSameRowsAsAllAtOnce() {
    pourTwoDays();
    load(LoadRequest.DUE);
    List<StationHour> atOnce = allHours();

    chunkRecords = 1;
    assertThat(load(request(LYON.date(), LYON.next().date())).loaded()).isEqualTo(4);
    assertThat(allHours()).isEqualTo(atOnce);
  }

  @Test
  void lateRecordReloadsItsDayAndTheNextOnlyIfTheCloseChanged() {
    pourTwoDays();
    load(LoadRequest.DUE);
    Instant firstLoad = clock.instant();
    clock.set("2026-03-12T06:00:00Z");

    log.append(List.of(bikes(LYON.start().plus(Duration.ofHours(5)).plusMillis(7), 3)));
    assertThat(load(LoadRequest.DUE)).isEqualTo(new LoadResult(1, 0, 0));
    assertThat(reloadedSince(firstLoad)).containsExactly(LYON.date());

    clock.set("2026-03-12T07:00:00Z");
    log.append(List.of(bikes(LYON.end().minusMillis(7), 3)));
    assertThat(load(LoadRequest.DUE)).as("both, in date order").isEqualTo(new LoadResult(2, 0, 0));
    assertThat(warehouse.listHours(STATION, LYON.end(), LYON.end().plusSeconds(1)))
        .extracting(h -> h.flows().openingBikes())
        .containsExactly(3);
    assertThat(load(LoadRequest.DUE)).isEqualTo(new LoadResult(0, 0, 0));
  }

  @Test
  void lateDataReplayedIntoADayGivesWhatOneLoadOfEverythingGives() {
    List<ContractDay> days = List.of(LYON, LYON.next(), LYON.next().next());
    List<StationObservation> history =
        RandomHistory.of(5, STATION, LYON.start(), days.getLast().settledAt());
    List<StationObservation> late =
        history.stream()
            .filter(o -> LYON.contains(o.polledAt()) && o.polledAt().getEpochSecond() % 3 == 0)
            .toList();
    List<StationObservation> left = new ArrayList<>(history);
    left.removeAll(late);
    for (ContractDay day : days) {
      Instant morning = day.settledAt().plusSeconds(3_600);
      clock.set(morning);
      List<StationObservation> polled =
          left.stream().filter(o -> o.polledAt().isBefore(morning)).toList();
      log.append(polled);
      left.removeAll(polled);
      log.report(morning);
      assertThat(load(LoadRequest.DUE).loaded()).isEqualTo(1);
    }

    log.append(late);
    assertThat(load(LoadRequest.DUE).loaded()).isPositive();

    DayLoadTest other = new DayLoadTest();
    other.clock.set(clock.instant());
    other.log.append(history);
    other.log.report(clock.instant());
    other.load(LoadRequest.DUE);
    assertThat(days.stream().map(warehouse::checksum))
        .isEqualTo(days.stream().map(other.warehouse::checksum).toList());
    assertThat(allHours()).isEqualTo(other.allHours());
  }

  @Test
  void contractWithoutAZoneIsRefusedAndTheOthersAreLoaded() {
    pourTwoDays();
    log.append(List.of(ObservationBuilder.polledAt(LYON.start()).station("atlantis/1").build()));

    assertThat(load(LoadRequest.DUE)).isEqualTo(new LoadResult(4, 0, 1));
  }

  @Test
  void unreadableRecordsAreCountedAndTheRestIsLoaded() {
    pourTwoDays();
    Instant noon = LYON.start().plus(Duration.ofHours(12));
    log.append("lyon/7", noon, "{\"contract\":");
    log.append("lyon/7", noon, null);
    log.append(
        "lyon/7",
        noon,
        org.dockline.station.wire.ObservationJson.encodeText(bikes(noon.plusSeconds(1), 4)));
    log.append("lyon/", noon, "no station");

    assertThat(load(LoadRequest.DUE)).isEqualTo(new LoadResult(4, 0, 0));
    assertThat(run(LYON).rowsRejected()).isEqualTo(3);
    assertThat(run(LYON).rowsRead()).isEqualTo(24 * 6 + 3);
    assertThat(run(LYON.next()).rowsRejected()).isZero();
  }

  @Test
  void silentStationIsCarriedAsUnknownForAWeek() {
    log.append(List.of(bikes(LYON.start(), 5)));
    log.append(List.of(bikes(LYON.start().plus(Duration.ofDays(20)), 5)));
    clock.set("2026-04-12T05:00:00Z");
    log.report(clock.instant());

    assertThat(load(LoadRequest.DUE).failed()).isZero();
    List<StationHour> hours =
        warehouse.listHours(STATION, LYON.start(), LYON.start().plus(Duration.ofDays(15)));
    assertThat(hours).hasSize(8 * 24);
    assertThat(hours.getLast().flows().unknown()).isEqualTo(Duration.ofHours(1));
    assertThat(warehouse.loadedThrough().get("lyon"))
        .isAfter(LYON.start().plus(Duration.ofDays(27)));
  }

  @Test
  void failureOfOneDayStopsItsContractAndNoOther() {
    pourTwoDays();
    Predicate<ContractDay> lyon = LYON::equals;

    assertThat(load(LoadRequest.DUE, RefusingWarehouse.of(warehouse, lyon)))
        .isEqualTo(new LoadResult(2, 2, 0));
    assertThat(warehouse.loadedThrough()).containsOnlyKeys("toyama");
    assertThat(run(LYON).error()).contains("refused");
    assertThat(run(LYON.next()).error()).contains("earlier day");

    assertThat(load(LoadRequest.DUE)).isEqualTo(new LoadResult(2, 0, 0));
  }

  @Test
  void dayOfWhichSomethingWasDeletedMeanwhileIsNotLoaded() {
    pourTwoDays();
    log.forgetWhenRead(1);
    LoadResult result = load(LoadRequest.DUE);

    assertThat(result.failed()).isEqualTo(2);
    assertThat(run(LYON).error()).contains("143 records were read where the log holds 144");
  }

  @Test
  void loadSaysHowItGoesWhereOthersCanSeeIt() {
    pourTwoDays();
    load(LoadRequest.DUE, RefusingWarehouse.of(warehouse, LYON::equals));

    assertThat(warehouse.listProgress(1))
        .singleElement()
        .returns(LoadProgress.Status.FAILED, LoadProgress::status)
        .returns(2, LoadProgress::daysDone)
        .returns(2, LoadProgress::daysFailed)
        .returns(4, LoadProgress::daysTotal)
        .returns(2L * 24 * 6, LoadProgress::rowsRead)
        .returns("all that is due", LoadProgress::what);
    clock.set("2026-03-12T06:00:00Z");
    load(LoadRequest.DUE);
    assertThat(warehouse.listProgress(1).getFirst().status()).isEqualTo(LoadProgress.Status.LOADED);
  }

  @Test
  void dayThatIsNotOverIsRefused() {
    pourTwoDays();
    clock.set(LYON.next().settledAt().minusMillis(1));
    LocalDate last = LYON.next().date();

    assertThat(load(new LoadRequest(new LoadRequest.Dates(last, last), "lyon")))
        .isEqualTo(new LoadResult(0, 0, 1));
    clock.set(LYON.next().settledAt());
    assertThat(load(new LoadRequest(new LoadRequest.Dates(last, last), "lyon")))
        .isEqualTo(new LoadResult(1, 0, 0));
  }

  @Test
  void pollHoursAndRejectionsOfTheDaysAreFilledAlikeEachTime() {
    pourTwoDays();
    report("lyon", LYON.start(), 100);
    report("lyon", LYON.start().plusSeconds(60), 300);
    report("lyon", LYON.end(), 100);
    report(PollReport.ALL, Instant.parse("2026-03-09T23:59:00Z"), 50);
    report(PollReport.ALL, Instant.parse("2026-03-12T00:00:00Z"), 50);
    Rejection ofLyon = rejection("lyon", LYON.start());
    log.reject(ofLyon);
    log.reject(rejection(null, LYON.start().plusSeconds(1)));

    load(LoadRequest.DUE);
    List<PollHour> once = pollHours();
    load(request(LYON.date(), LYON.next().date()));

    assertThat(pollHours()).isEqualTo(once);
    assertThat(warehouse.listPollHours("lyon", LYON.start(), LYON.next().end()))
        .extracting(PollHour::start, PollHour::calls)
        .containsExactly(tuple(LYON.start(), 2), tuple(LYON.end(), 1));
    assertThat(warehouse.listPollHours("*", Instant.EPOCH, clock.instant()))
        .as("the day of UTC that is not over waits")
        .extracting(PollHour::start)
        .containsExactly(Instant.parse("2026-03-09T23:00:00Z"));
    assertThat(warehouse.listRejected(Instant.EPOCH, clock.instant(), 9))
        .extracting(RejectedRecord::offset)
        .containsExactly(0L, 1L);
    assertThat(run(LYON).rowsRejected()).isEqualTo(1);
    assertThat(warehouse.listProgress(9))
        .extracting(LoadProgress::status, LoadProgress::daysDone, LoadProgress::daysTotal)
        .containsOnly(tuple(LoadProgress.Status.LOADED, 4, 4));
  }

  private List<PollHour> pollHours() {
    return Stream.of("lyon", "toyama", "*")
        .flatMap(c -> warehouse.listPollHours(c, Instant.EPOCH, clock.instant()).stream())
        .toList();
  }

  private void report(String contract, Instant at, int latency) {
    log.report(
        new PollReport(
            Source.JCDECAUX_V3,
            contract,
            at,
            Duration.ofMillis(latency),
            200,
            1,
            1,
            1,
            0,
            null,
            false,
            true));
  }

  private static Rejection rejection(@Nullable String contract, Instant at) {
    return new Rejection(at, Source.JCDECAUX_V3, contract, null, null, null, "odd", "{");
  }

  @Test
  void requestForWhatIsNotThereIsRefused() {
    pourTwoDays();
    LocalDate day = LocalDate.parse("2020-01-01");

    assertThat(load(request(day, day))).isEqualTo(new LoadResult(0, 0, 1));
    LocalDate future = LocalDate.parse("2099-01-01");
    assertThat(load(request(future, future))).isEqualTo(new LoadResult(0, 0, 1));
    assertThat(load(new LoadRequest(null, "nowhere"))).isEqualTo(new LoadResult(0, 0, 1));
  }

  private void pourTwoDays() {
    Stream.of(LYON, LYON.next()).forEach(day -> pour(STATION, day));
    Stream.of(TOYAMA, TOYAMA.next()).forEach(day -> pour(OTHER, day));
    log.report(clock.instant());
  }

  /** Every ten minutes. */
  private void pour(StationKey key, ContractDay day) {
    for (Instant t = day.start(); t.isBefore(day.end()); t = t.plusSeconds(600)) {
      int bikes = (int) (t.getEpochSecond() / 600 % 17);
      log.append(List.of(ObservationBuilder.polledAt(t).station(key).bikes(bikes).build()));
    }
  }

  private static StationObservation bikes(Instant polledAt, int bikes) {
    return ObservationBuilder.polledAt(polledAt).station(STATION).bikes(bikes).build();
  }

  private static LoadRequest request(LocalDate from, LocalDate to) {
    return new LoadRequest(new LoadRequest.Dates(from, to), null);
  }

  private LoadResult load(LoadRequest request) {
    return load(request, warehouse);
  }

  private LoadResult load(LoadRequest request, Warehouse into) {
    LoadParts parts =
        new LoadParts(
            log,
            into,
            CapturingStaging.into(warehouse),
            SharedSpark::get,
            published::putAll,
            "load-" + clock.instant(),
            new LoadSizes(chunkRecords, 100_000, 2),
            clock);
    return new DayLoad(parts, ContractCatalogue.builtIn()).run(request);
  }

  private List<StationHour> allHours() {
    return Stream.of(STATION, OTHER)
        .flatMap(key -> warehouse.listHours(key, Instant.EPOCH, clock.instant()).stream())
        .toList();
  }

  private List<LocalDate> reloadedSince(Instant before) {
    return warehouse.listLoadedDays().stream()
        .filter(day -> day.loadedAt().isAfter(before))
        .map(LoadedDay::date)
        .toList();
  }

  private LoadRun run(ContractDay day) {
    return warehouse.listRuns(100).stream()
        .filter(r -> r.contract().equals(day.contract()) && r.date().equals(day.date()))
        .findFirst()
        .orElseThrow();
  }
}
