package org.dockline.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dockline.station.ContractLog.DayInLog;
import org.dockline.station.ContractLog.Loaded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDaysTest {

  /** Polled since Monday noon in Paris, now Thursday 05:00. */
  private static final Instant MONDAY_NOON = Instant.parse("2026-03-09T11:00:00Z");

  private static final Instant NOW = Instant.parse("2026-03-12T04:00:00Z");

  private final Map<LocalDate, DayInLog> days = new HashMap<>();
  private final Map<LocalDate, Loaded> loaded = new HashMap<>();
  private ZoneId zone = ZoneId.of("Europe/Paris");
  private Instant firstPolled = MONDAY_NOON;
  private Instant lastPolled = NOW.minusSeconds(10);
  private @Nullable Instant lastReport = NOW.minusSeconds(10);
  private List<LogGap> gaps = List.of();

  @Test
  void everyCompleteDayIsDueTheFirstPartialOneAmongThem() {
    assertThat(due(NOW)).containsExactly("2026-03-09", "2026-03-10", "2026-03-11");
  }

  @Test
  void loadedDayIsNotDue() {
    load("2026-03-09", 100);
    load("2026-03-11", 100);
    assertThat(due(NOW)).containsExactly("2026-03-10");
  }

  @Test
  void dayIsCompleteAfterALaterReportOnly() {
    Instant settled = Instant.parse("2026-03-11T23:15:00Z");

    lastReport = settled;
    assertThat(due(NOW)).containsExactly("2026-03-09", "2026-03-10");
    lastReport = settled.plusMillis(1);
    assertThat(due(NOW)).containsExactly("2026-03-09", "2026-03-10", "2026-03-11");
    assertThat(due(settled)).as("at the very moment").hasSize(3);
    assertThat(due(settled.minusMillis(1))).as("before it has settled").hasSize(2);
  }

  @Test
  void silenceOfTwoDaysCompletesADayWithoutAReport() {
    lastReport = null;
    lastPolled = Instant.parse("2026-03-10T12:00:00Z");

    assertThat(due(lastPolled.plus(Duration.ofDays(2)).minusMillis(1))).isEmpty();
    assertThat(due(lastPolled.plus(Duration.ofDays(2))))
        .containsExactly("2026-03-09", "2026-03-10", "2026-03-11");
  }

  @Test
  void reportOfAFailedPollCountsAsASignOfLife() {
    lastPolled = Instant.parse("2026-03-09T12:00:00Z");
    lastReport = Instant.parse("2026-03-11T20:00:00Z");

    assertThat(due(NOW)).as("Wednesday waits: polls go on").hasSize(2);
  }

  @Test
  void daysWithoutObservationsGoOnForAsLongAsStationsAreRemembered() {
    lastPolled = MONDAY_NOON;
    lastReport = MONDAY_NOON.plus(Duration.ofDays(30));

    assertThat(due(lastReport)).hasSize(8).endsWith("2026-03-16");
  }

  @Test
  void lateRecordMakesALoadedDayDirty() {
    loadAll();
    days.put(LocalDate.parse("2026-03-10"), new DayInLog(100, 1));
    assertThat(due(NOW)).containsExactly("2026-03-10");
  }

  @Test
  void changedCloseOfTheDayBeforeMakesALoadedDayDirty() {
    loadAll();
    loaded.put(LocalDate.parse("2026-03-11"), new Loaded(100, true));
    assertThat(due(NOW)).containsExactly("2026-03-11");
  }

  @Test
  void dirtyDayThatTheLogHasForgottenInPartIsLost() {
    loadAll();
    days.put(LocalDate.parse("2026-03-10"), new DayInLog(99, 1));

    assertThat(due(NOW)).isEmpty();
    assertThat(lost(NOW)).containsExactly("2026-03-10");
  }

  @Test
  void firstStartOnAForgetfulLogBeginsWithTheFirstWholeDay() {
    gaps = List.of(LogGap.before(MONDAY_NOON));

    assertThat(due(NOW)).containsExactly("2026-03-10", "2026-03-11");
    assertThat(lost(NOW)).isEmpty();
  }

  @Test
  void gapBehindALoadedDayThatTheLogHasForgottenIsLost() {
    load("2026-03-06", 100);
    gaps = List.of(LogGap.before(MONDAY_NOON));

    assertThat(lost(NOW)).containsExactly("2026-03-07", "2026-03-08", "2026-03-09");
    assertThat(due(NOW)).containsExactly("2026-03-10", "2026-03-11");
  }

  @Test
  void dayOfWhichTheLogLacksTheMiddleIsLostAlsoOnAFirstStart() {
    gaps = List.of(LogGap.between(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1))));

    assertThat(due(NOW)).containsExactly("2026-03-09");
    assertThat(lost(NOW)).containsExactly("2026-03-10", "2026-03-11");
  }

  @Test
  void rebuildTakesEveryCompleteDayLoadedOrNotAndNamesALoadedOneThatIsGone() {
    load("2026-03-09", 100);
    load("2026-03-10", 100);
    days.put(LocalDate.parse("2026-03-09"), new DayInLog(42, 0));
    gaps = List.of(LogGap.before(MONDAY_NOON));

    DueDays all = DueDays.complete(log(), NOW);

    assertThat(dates(all.due())).containsExactly("2026-03-10", "2026-03-11");
    assertThat(dates(all.lost())).containsExactly("2026-03-09");
    assertThat(all.unsettled()).isEmpty();
  }

  @Test
  void gapBehindALoadedDayThatNobodyPolledLoadsAsUnknown() {
    load("2026-03-06", 100);

    assertThat(due(NOW))
        .containsExactly("2026-03-07", "2026-03-08", "2026-03-09", "2026-03-10", "2026-03-11");
  }

  @Test
  void replayedHistoryBeforeTheFirstLoadedDayIsDue() {
    firstPolled = Instant.parse("2026-03-07T11:00:00Z");
    loadAll();
    assertThat(due(NOW)).containsExactly("2026-03-07", "2026-03-08");
  }

  @Test
  void yesterdayIsAnotherIntervalForEachContract() {
    Instant fiveInBrussels = Instant.parse("2026-03-11T04:00:00Z");

    zone = ZoneId.of("Asia/Tokyo");
    assertThat(due(fiveInBrussels)).endsWith("2026-03-10").hasSize(2);
    zone = ZoneId.of("America/New_York");
    assertThat(due(fiveInBrussels)).as("midnight + 15 min has not passed").endsWith("2026-03-09");
    assertThat(due(Instant.parse("2026-03-11T04:15:00Z"))).endsWith("2026-03-10");
  }

  /** Days of 24, 23, 25 and 24 1/2 hours, and zones that are no whole hours from UTC. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Dublin,       2026-03-10, 2026-03-11T00:15:00Z",
    "Asia/Tokyo,          2026-03-10, 2026-03-10T15:15:00Z",
    "America/New_York,    2026-03-10, 2026-03-11T04:15:00Z",
    "Asia/Kolkata,        2026-03-10, 2026-03-10T18:45:00Z",
    "Asia/Kathmandu,      2026-03-10, 2026-03-10T18:30:00Z",
    "Europe/Paris,        2026-03-29, 2026-03-29T22:15:00Z",
    "Europe/Paris,        2026-10-25, 2026-10-25T23:15:00Z",
    "Australia/Lord_Howe, 2026-04-05, 2026-04-05T13:45:00Z",
    "Australia/Lord_Howe, 2026-10-04, 2026-10-04T13:15:00Z",
  })
  void dayIsDueFromAQuarterPastItsMidnightOn(ZoneId ofContract, String date, Instant settled) {
    zone = ofContract;
    firstPolled = settled.minus(Duration.ofDays(3));
    lastPolled = settled.plusSeconds(1);
    lastReport = lastPolled;

    assertThat(due(settled)).endsWith(date);
    assertThat(due(settled.minusMillis(1))).endsWith(LocalDate.parse(date).minusDays(1).toString());
  }

  @Test
  void requestTakesEverySettledDayOfTheRange() {
    loadAll();
    DueDays days =
        DueDays.requested(log(), LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01"), NOW);

    assertThat(dates(days.due())).containsExactly("2026-03-09", "2026-03-10", "2026-03-11");
    assertThat(dates(days.unsettled())).startsWith("2026-03-12").endsWith("2026-03-19");
  }

  @Test
  void requestNeverReplacesAWholeDayByHalfOfIt() {
    loadAll();
    days.put(LocalDate.parse("2026-03-10"), new DayInLog(42, 0));
    LocalDate date = LocalDate.parse("2026-03-10");

    DueDays days = DueDays.requested(log(), date, date, NOW);
    assertThat(days.due()).isEmpty();
    assertThat(dates(days.lost())).containsExactly("2026-03-10");
  }

  private void loadAll() {
    List.of("2026-03-09", "2026-03-10", "2026-03-11").forEach(date -> load(date, 100));
  }

  private void load(String date, long records) {
    loaded.put(LocalDate.parse(date), new Loaded(records, false));
    days.put(LocalDate.parse(date), new DayInLog(records, 0));
  }

  private ContractLog log() {
    return new ContractLog("lyon", zone, firstPolled, lastPolled, lastReport, gaps, days, loaded);
  }

  private List<String> due(Instant now) {
    return dates(DueDays.of(log(), now).due());
  }

  private List<String> lost(Instant now) {
    return dates(DueDays.of(log(), now).lost());
  }

  private static List<String> dates(List<ContractDay> days) {
    return days.stream().map(day -> day.date().toString()).toList();
  }
}
