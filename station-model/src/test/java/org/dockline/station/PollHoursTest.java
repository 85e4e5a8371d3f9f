package org.dockline.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dockline.station.PollHour.Latency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollHoursTest {

  private static final ContractDay DAY =
      new ContractDay("lyon", LocalDate.parse("2026-03-01"), ZoneId.of("Europe/Paris"));

  /** 09:00 in Lyon. */
  private static final Instant NINE = Instant.parse("2026-03-01T08:00:00Z");

  @Test
  void anHourAddsUpItsCallsAndKnowsFailuresFromNotModified() {
    List<PollReport> reports =
        List.of(
            answered(NINE, 100),
            notModified(NINE.plusSeconds(60)),
            failed(NINE.plusSeconds(120), 503),
            failed(NINE.plusSeconds(180), null),
            answered(NINE.plusSeconds(3599), 300),
            answered(NINE.plusSeconds(3600), 999));
    assertThat(PollHours.of(DAY, reports).getFirst())
        .isEqualTo(
            new PollHour(
                Source.GBFS_3, "lyon", NINE, 5, 2, 1, latency(40, 300, 300), 2_030, 800, 1));
  }

  @Test
  void percentilesAreThoseOfTheNearestRank() {
    List<PollReport> reports =
        new ArrayList<>(
            IntStream.rangeClosed(1, 200).mapToObj(i -> answered(NINE.plusSeconds(i), i)).toList());
    Collections.shuffle(reports, new Random(7));
    assertThat(onlyHour(reports).latency()).isEqualTo(latency(100, 190, 200));
    assertThat(onlyHour(reports.subList(0, 1)).latency())
        .extracting(Latency::p50)
        .isEqualTo(reports.getFirst().latency());
    assertThat(onlyHour(List.of(answered(NINE, 1), answered(NINE.plusMillis(1), 2))).latency())
        .isEqualTo(latency(1, 2, 2));
  }

  @Test
  void withoutAnyAnswerThereIsNoResponseTime() {
    assertThat(onlyHour(List.of(failed(NINE, null))).latency()).isNull();
  }

  @Test
  void aCallReportedTwiceCountsOnceInWhateverOrder() {
    PollReport failure = failed(NINE, 200);
    PollReport success = answered(NINE, 5);
    PollHour hour = onlyHour(List.of(failure, success, failure));
    assertThat(hour).isEqualTo(onlyHour(List.of(success, failure)));
    assertThat(hour.calls()).isOne();
    assertThat(hour.failures()).isZero();
  }

  @Test
  void aSilenceOfMoreThanAQuarterOfAnHourIsAGapWhereItBegins() {
    Instant last = NINE.plus(Duration.ofMinutes(50));
    List<PollReport> reports =
        List.of(
            answered(NINE, 1),
            answered(NINE.plus(Duration.ofMinutes(15)), 1),
            answered(NINE.plus(Duration.ofMinutes(30)).plusMillis(1), 1),
            answered(last, 1),
            failed(last.plus(Duration.ofMinutes(15)), 500),
            answered(last.plus(Duration.ofMinutes(70)), 1));
    assertThat(PollHours.of(DAY, reports)).extracting(PollHour::gaps).containsExactly(3, 0, 1);
  }

  @Test
  void aGapIsTheSameWhereverTheDaysAreCut() {
    Instant midnight = DAY.end();
    List<PollReport> reports =
        List.of(
            answered(midnight.minusSeconds(60), 1),
            answered(midnight.plusSeconds(60), 1),
            answered(midnight.plus(Duration.ofHours(1)), 1));
    assertThat(PollHours.of(DAY, reports)).extracting(PollHour::gaps).containsExactly(0);
    assertThat(PollHours.of(DAY.next(), reports)).extracting(PollHour::gaps).containsExactly(1, 1);
  }

  @Test
  void sourcesAndOtherContractsStandApart() {
    List<PollReport> reports =
        List.of(
            answered(NINE, 1),
            report(Source.JCDECAUX_V3, "lyon", NINE, 200, null, false, 7),
            report(Source.JCDECAUX_V3, PollReport.ALL, NINE, 200, null, false, 9));
    assertThat(PollHours.of(DAY, reports))
        .extracting(PollHour::source)
        .containsExactly(Source.JCDECAUX_V3, Source.GBFS_3);
    ContractDay utc = new ContractDay(PollReport.ALL, DAY.date(), ZoneOffset.UTC);
    assertThat(PollHours.of(utc, reports))
        .extracting(PollHour::contract)
        .containsExactly(PollReport.ALL);
  }

  @Test
  void callsOfAllContractsBelongToDaysOfUtcAndOthersToLocalOnes() {
    Instant late = Instant.parse("2026-03-01T23:30:00Z");
    ZoneId paris = ZoneId.of("Europe/Paris");
    PollReport all = report(Source.JCDECAUX_V3, PollReport.ALL, late, 200, null, false, 9);
    assertThat(PollHours.dayOf(all, paris).date()).isEqualTo("2026-03-01");
    assertThat(PollHours.dayOf(answered(late, 1), paris).date()).isEqualTo("2026-03-02");
  }

  @Test
  void hoursBeginAtHalfPastWhereTheZoneSaysSo() {
    ContractDay mumbai =
        new ContractDay("mumbai", LocalDate.parse("2026-03-01"), ZoneId.of("Asia/Kolkata"));
    PollReport report = report(Source.GBFS_2, "mumbai", NINE, 200, null, false, 1);
    assertThat(PollHours.of(mumbai, List.of(report)))
        .extracting(PollHour::start)
        .containsExactly(Instant.parse("2026-03-01T07:30:00Z"));
  }

  private static PollHour onlyHour(List<PollReport> reports) {
    assertThat(PollHours.of(DAY, reports)).hasSize(1);
    return PollHours.of(DAY, reports).getFirst();
  }

  private static PollReport answered(Instant at, long millis) {
    return report(Source.GBFS_3, "lyon", at, 200, null, false, millis);
  }

  private static PollReport notModified(Instant at) {
    return report(Source.GBFS_3, "lyon", at, 304, null, true, 20);
  }

  private static PollReport failed(Instant at, @Nullable Integer status) {
    return report(Source.GBFS_3, "lyon", at, status, "it failed", false, 40);
  }

  private static PollReport report(
      Source source,
      String contract,
      Instant at,
      @Nullable Integer status,
      @Nullable String error,
      boolean notModified,
      long millis) {
    boolean whole = error == null && !notModified;
    return new PollReport(
        source,
        contract,
        at,
        Duration.ofMillis(millis),
        status,
        whole ? 1_000 : 10,
        whole ? 400 : 0,
        0,
        0,
        error,
        notModified,
        false);
  }

  private static Latency latency(long p50, long p95, long max) {
    return new Latency(Duration.ofMillis(p50), Duration.ofMillis(p95), Duration.ofMillis(max));
  }
}
