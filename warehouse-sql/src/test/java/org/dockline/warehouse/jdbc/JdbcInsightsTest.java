package org.dockline.warehouse.jdbc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.dockline.station.ContractDay;
import org.dockline.station.PollReport;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.flow.FlowTotals;
import org.dockline.station.settings.Secret;
import org.dockline.warehouse.Insights.AnswerTimes;
import org.dockline.warehouse.Insights.ContractMonth;
import org.dockline.warehouse.Insights.FeedAnswers;
import org.dockline.warehouse.Insights.PlacedStation;
import org.dockline.warehouse.Insights.RejectedReason;
import org.dockline.warehouse.Insights.StationMonth;
import org.dockline.warehouse.Insights.StationSum;
import org.dockline.warehouse.Insights.TypicalHour;
import org.dockline.warehouse.testing.Loader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On the sample warehouse, asked by the login that a dashboard has. */
class JdbcInsightsTest {

  private static final StationKey BELLECOUR = new StationKey("lyon", "7");
  private static JdbcInsights insights;

  @BeforeAll
  static void fill() {
    WarehouseLogin owner = H2Database.migrated();
    WarehouseLogin reader =
        new WarehouseLogin(
            owner.url().split(";", 2)[0], "dockline_reader", new Secret("only 'reads'"));
    new WarehouseMigrator(owner).allowReader(reader);
    try (JdbcWarehouse warehouse = JdbcWarehouse.open(owner, Clock.systemUTC())) {
      SampleWarehouse.fill(warehouse);
    }
    insights = JdbcInsights.of(reader);
  }

  @AfterAll
  static void close() {
    insights.close();
  }

  @Test
  void rejectedRecordsAreCountedByReasonEachWithItsNewest() {
    Instant first = Instant.parse("2026-03-02T10:00:00Z");
    assertThat(insights.listRejectedReasons(first, first.plusSeconds(3)))
        .extracting(RejectedReason::records, r -> r.newest().reason(), r -> r.newest().value())
        .containsExactly(tuple(2L, "is negative", "-1"), tuple(1L, "is no JSON", null));
    assertThat(insights.listRejectedReasons(first, first.plusSeconds(1)))
        .extracting(RejectedReason::records, r -> r.newest().value())
        .containsExactly(tuple(1L, "-3"));
    assertThat(insights.listRejectedReasons(first.plusSeconds(3), first.plusSeconds(9))).isEmpty();
  }

  @Test
  void theTypicalDayIsEmptyAtNight() {
    assertThat(insights.listTypicalDay(BELLECOUR))
        .hasSize(48)
        .allSatisfy(hour -> assertThat(hour.low()).isLessThanOrEqualTo(hour.high()))
        .filteredOn(hour -> hour.localHour() == 3)
        .extracting(TypicalHour::weekend, TypicalHour::median)
        .containsExactly(tuple(false, 0.0), tuple(true, 0.0));
    assertThat(insights.listTypicalDay(new StationKey("lyon", "nowhere"))).isEmpty();
  }

  @Test
  void aThirdOfEachMonthIsSpentEmpty() {
    assertThat(insights.listStationMonths(BELLECOUR))
        .extracting(StationMonth::month)
        .containsExactly(YearMonth.of(2026, 3), YearMonth.of(2026, 2));
    StationMonth march = insights.listStationMonths(BELLECOUR).getFirst();
    assertThat(march.days()).isEqualTo(3);
    assertThat(march.shareEmpty()).isCloseTo(1 / 3.0, within(0.01));
    assertThat(march.shareFull()).isZero();
    assertThat(march.coverage()).isCloseTo(1, within(0.01));
  }

  @Test
  void stationsAreAddedUpOverADay() {
    ContractDay day = Loader.lyon("2026-03-02");
    assertThat(insights.listStationSums("lyon", day.start(), day.end()))
        .extracting(StationSum::key, StationSum::name)
        .containsExactly(
            tuple(BELLECOUR, "7 - Place"), tuple(new StationKey("lyon", "8"), "8 - Gare"));
    FlowTotals totals =
        insights.listStationSums("lyon", day.start(), day.end()).getFirst().totals();
    assertThat(totals.start()).isEqualTo(day.start());
    assertThat(totals.end()).isEqualTo(day.end());
    assertThat(totals.empty()).isEqualTo(Duration.ofHours(8));
    assertThat(totals.known()).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void monthsOfAContractAddUpItsDays() {
    assertThat(insights.listContractMonths("lyon"))
        .extracting(ContractMonth::month, ContractMonth::days, ContractMonth::stations)
        .containsExactly(tuple(YearMonth.of(2026, 3), 3, 2), tuple(YearMonth.of(2026, 2), 2, 2));
    ContractMonth march = insights.listContractMonths("lyon").getFirst();
    assertThat(march.arrivals()).isPositive();
    assertThat(march.shareEmpty()).isCloseTo(1 / 6.0, within(0.01));
  }

  @Test
  void stationsStandAsTheyStoodThen() {
    assertThat(insights.listStations("lyon", LocalDate.parse("2026-02-26")))
        .extracting(PlacedStation::name)
        .containsExactly("7 - Place", "8 - Perrache");
    assertThat(insights.listStations("lyon", LocalDate.parse("2026-03-03")))
        .extracting(PlacedStation::name, PlacedStation::capacity)
        .contains(tuple("8 - Gare", 30));
    assertThat(insights.listStations("jcdecauxbike", LocalDate.parse("2026-03-03"))).isEmpty();
  }

  /** Lyon was asked every ten minutes of 2 March, each call a millisecond slower than the last. */
  @Test
  void answersAreAddedUpBySourceAndContract() {
    Instant from = Loader.lyon("2026-03-02").start();
    assertThat(insights.listFeedAnswers(from))
        .extracting(
            FeedAnswers::source,
            FeedAnswers::contract,
            FeedAnswers::countryCode,
            FeedAnswers::calls,
            FeedAnswers::failures)
        .containsExactly(
            tuple(Source.JCDECAUX_V3, PollReport.ALL, null, 1L, 0L),
            tuple(Source.JCDECAUX_V3, "lyon", "FR", 144L, 2L));
    AnswerTimes times = requireNonNull(insights.listFeedAnswers(from).getLast().times());
    assertThat(times.slowest()).isEqualTo(Duration.ofMillis(243));
    // Of the six calls of an hour the third is the median and the last the 95th percentile.
    assertThat(times.median()).isEqualTo(Duration.ofMillis(171));
    assertThat(times.p95()).isEqualTo(Duration.ofMillis(174));
  }

  @Test
  void answersBeforeAreLeftOut() {
    Instant noon = Loader.lyon("2026-03-02").start().plus(Duration.ofHours(12));
    assertThat(insights.listFeedAnswers(noon))
        .extracting(FeedAnswers::contract, FeedAnswers::calls)
        .containsExactly(tuple("lyon", 72L));
    assertThat(insights.listFeedAnswers(noon.plus(Duration.ofDays(2)))).isEmpty();
  }
}
