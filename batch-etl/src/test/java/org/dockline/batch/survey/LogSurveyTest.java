package org.dockline.batch.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dockline.station.Contract;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.ContractDay;
import org.dockline.station.ContractLog;
import org.dockline.station.ContractLog.DayInLog;
import org.dockline.station.PollReport;
import org.dockline.station.Source;
import org.dockline.station.testing.PollReportBuilder;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.LoadedDay;
import org.junit.jupiter.api.Test;

class LogSurveyTest {

  private static final ContractDay DAY =
      new ContractDay("lyon", LocalDate.parse("2026-03-10"), ZoneId.of("Europe/Paris"));

  private final List<LoadedDay> loaded = new ArrayList<>();
  private final NewestReports reports = new NewestReports();
  private Map<Integer, Long> end = Map.of(0, 1_000L);

  @Test
  void countsRecordsByLocalDayOfTheirContract() {
    SurveyedLog found =
        survey(
            at("lyon/7", 0, DAY.start()),
            at("lyon/8", 1, DAY.end().minusMillis(1)),
            at("lyon/7", 2, DAY.end()),
            at("toyama/1", 3, DAY.start()));

    assertThat(found.extent(DAY).records()).isEqualTo(2);
    assertThat(found.extent(DAY.next()).records()).isEqualTo(1);
    assertThat(found.contracts().get("toyama").inLog(LocalDate.parse("2026-03-10")).records())
        .as("23:00 UTC is the morning of the same date in Toyama")
        .isEqualTo(1);
    assertThat(found.contracts().get("lyon").firstPolled()).isEqualTo(DAY.start());
    assertThat(found.contracts().get("lyon").lastPolled()).isEqualTo(DAY.end());
  }

  @Test
  void offsetsOfADayHoldItsNeighbourhoodInWhateverOrder() {
    SurveyedLog found =
        survey(
            at("lyon/7", 10, DAY.end().plus(Duration.ofMinutes(14))),
            at("lyon/7", 20, DAY.start().plusSeconds(5)),
            at("lyon/7", 30, DAY.start().minusSeconds(60)),
            at("lyon/7", 40, DAY.start().minusSeconds(61)),
            at("lyon/7", 50, DAY.end().plus(Duration.ofMinutes(15))));

    assertThat(found.extent(DAY).ranges()).isEqualTo(Map.of(0, new OffsetRange(10, 31)));
    assertThat(found.extent(DAY).records()).isEqualTo(1);
    assertThat(found.ranges(List.of(DAY, DAY.next())))
        .isEqualTo(Map.of(0, new OffsetRange(10, 51)));
  }

  @Test
  void recordBeyondWhatWasReadIsLateForTheDayAndItsNeighbour() {
    load(DAY, 1, 100);
    load(DAY.next(), 1, 100);
    SurveyedLog found =
        survey(
            at("lyon/7", 99, DAY.start()),
            at("lyon/7", 98, DAY.end()),
            at("lyon/7", 100, DAY.end().plusSeconds(60)));

    ContractLog lyon = found.contracts().get("lyon");
    assertThat(lyon.inLog(DAY.date())).isEqualTo(new DayInLog(1, 1));
    assertThat(lyon.inLog(DAY.next().date())).isEqualTo(new DayInLog(1, 1));
    assertThat(found.extent(DAY.next()).records()).isEqualTo(2);
  }

  @Test
  void topicThatWasMadeAnewHasBeenReadByNobody() {
    load(DAY, 5, 2_000);
    SurveyedLog found = survey(at("lyon/7", 3, DAY.start()));

    assertThat(found.contracts().get("lyon").inLog(DAY.date())).isEqualTo(new DayInLog(0, 1));
    assertThat(found.contracts().get("lyon").holds(DAY)).as("five were read once").isFalse();
  }

  @Test
  void partitionThatWasAddedLaterHasBeenReadByNobody() {
    load(DAY, 1, 100);
    end = Map.of(0, 200L, 1, 10L);
    LogSurvey survey = new LogSurvey(ContractCatalogue.builtIn(), reports, loaded, end);
    survey.add("lyon/7", 0, 99, DAY.start().toEpochMilli());
    survey.add("lyon/8", 1, 0, DAY.start().toEpochMilli());

    ContractLog lyon = survey.result().contracts().get("lyon");
    assertThat(lyon.inLog(DAY.date())).isEqualTo(new DayInLog(1, 1));
  }

  @Test
  void contractWithoutAZoneAndKeyWithoutAStationAreCountedApart() {
    SurveyedLog found =
        survey(
            at("atlantis/1", 0, DAY.start()),
            at("atlantis/2", 1, DAY.start()),
            at("lyon", 2, DAY.start()),
            at("lyon/", 3, DAY.start()),
            at("/7", 4, DAY.start()),
            at(null, 5, DAY.start()));

    assertThat(found.withoutZone()).isEqualTo(Map.of("atlantis", 2L));
    assertThat(found.withoutStation()).isEqualTo(4);
    assertThat(found.contracts()).isEmpty();
  }

  @Test
  void zoneThatThePollerFoundOutServesForAContractThatNoTableKnows() {
    ZoneId zone = ZoneId.of("Europe/Oslo");
    Contract oslo = new Contract("oslo", "Bysykkel", null, null, zone, 59.9, 10.7);
    Contract wrongLyon =
        new Contract("lyon", null, null, null, ZoneId.of("Asia/Tokyo"), null, null);
    reports.add(report("*", DAY.start(), List.of(oslo, wrongLyon)));
    SurveyedLog found = survey(at("oslo/1", 0, DAY.start()), at("lyon/7", 1, DAY.start()));

    assertThat(found.withoutZone()).isEmpty();
    assertThat(found.contracts().get("oslo").zone()).isEqualTo(zone);
    assertThat(found.contracts().get("lyon").zone()).isEqualTo(DAY.zone());
    assertThat(found.learned()).contains(oslo);
  }

  @Test
  void reportOfAllContractsCountsForEach() {
    report("lyon", DAY.start());
    report(PollReport.ALL, DAY.end());
    report("toyama", DAY.end().plusSeconds(1));
    SurveyedLog found = survey(at("lyon/7", 0, DAY.start()), at("toyama/1", 1, DAY.start()));

    assertThat(found.contracts().get("lyon").lastReport()).isEqualTo(DAY.end());
    assertThat(found.contracts().get("toyama").lastReport()).isEqualTo(DAY.end().plusSeconds(1));
  }

  private record Entry(String key, long offset, Instant polledAt) {}

  private static Entry at(String key, long offset, Instant polledAt) {
    return new Entry(key, offset, polledAt);
  }

  private SurveyedLog survey(Entry... entries) {
    LogSurvey survey = new LogSurvey(ContractCatalogue.builtIn(), reports, loaded, end);
    for (Entry e : entries) {
      survey.add(e.key(), 0, e.offset(), e.polledAt().toEpochMilli());
    }
    return survey.result();
  }

  private void load(ContractDay day, long records, long readTo) {
    DayRead read = new DayRead(records, Map.of(0, readTo));
    loaded.add(new LoadedDay(day.contract(), day.date(), read, DAY.end(), false));
  }

  private void report(String contract, Instant startedAt) {
    reports.add(report(contract, startedAt, List.of()));
  }

  private static PollReport report(String contract, Instant startedAt, List<Contract> learned) {
    return PollReportBuilder.startedAt(startedAt)
        .of(Source.JCDECAUX_V3, contract)
        .contracts(learned)
        .build();
  }
}
