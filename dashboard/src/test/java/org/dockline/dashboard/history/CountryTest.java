package org.dockline.dashboard.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.dashboard.history.TotalHistory.OfContract;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.FlowTotals;
import org.dockline.station.testing.RandomHistory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contracts of a country together. */
class CountryTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZoneId GUADELOUPE = ZoneId.of("America/Guadeloupe");
  private static final Instant FROM = Instant.parse("2026-03-27T23:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofHours(36));

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"FIVE_MINUTES", "QUARTER_HOUR", "HOUR", "DAY"})
  void aCountryIsTheSumOfItsContracts(Step step) {
    List<StationObservation> seen = new ArrayList<>();
    for (String contract : List.of("lyon", "nantes")) {
      StationKey key = new StationKey(contract, "1");
      seen.addAll(RandomHistory.of(contract.hashCode(), key, FROM, TO));
    }
    ServedHistory history = new ServedHistory(null, new RecentList(seen, TO));
    Map<Instant, FlowTotals> sums = new TreeMap<>();
    for (String contract : List.of("lyon", "nantes")) {
      history
          .ofContract(contract, PARIS, FROM, TO, step, key -> true)
          .totals()
          .forEach(t -> sums.merge(t.start(), t, FlowTotals::with));
    }

    TotalHistory country =
        history.ofCountry(
            new TreeMap<>(Map.of("lyon", PARIS, "nantes", PARIS)), FROM, TO, step, key -> true);

    assertThat(country.totals()).isEqualTo(List.copyOf(sums.values()));
    assertThat(country.totals()).anyMatch(t -> t.arrivals() > 0 && t.stations() == 2);
    assertThat(country.warehouseProblem()).isEqualTo("no warehouse is configured");
  }

  /** Midnight comes five hours later there. */
  @Test
  void daysAreAddedUpByTheLocalDateOfEachContract() {
    TotalHistory country =
        TotalHistory.ofCountry(
            List.of(
                new OfContract(day(FROM, null), PARIS),
                new OfContract(day(FROM.plus(Duration.ofHours(5)), null), GUADELOUPE)));

    assertThat(country.totals()).singleElement().extracting(FlowTotals::stations).isEqualTo(2);
  }

  @Test
  void contractsOfWhichTheSameIsToldCountEach() {
    TotalHistory country =
        TotalHistory.ofCountry(
            List.of(new OfContract(day(FROM, null), PARIS), new OfContract(day(FROM, "x"), PARIS)));
    TotalHistory alike =
        TotalHistory.ofCountry(
            List.of(
                new OfContract(day(FROM, null), PARIS), new OfContract(day(FROM, null), PARIS)));

    assertThat(alike.totals()).isEqualTo(country.totals());
    assertThat(alike.totals().getFirst().stations()).isEqualTo(2);
    assertThat(alike.partial()).isFalse();
    assertThat(country.warehouseProblem()).as("what lacks of one lacks of all").isEqualTo("x");
  }

  private static TotalHistory day(Instant midnight, @Nullable String problem) {
    Instant end = midnight.plus(Duration.ofDays(1));
    FlowTotals none = FlowTotals.none(midnight, end);
    FlowTotals one =
        new FlowTotals(
            midnight,
            end,
            1,
            3,
            2,
            0,
            0,
            none.empty(),
            none.full(),
            none.unknown(),
            none.closed(),
            Duration.ofDays(1),
            0);
    return new TotalHistory(Step.DAY, List.of(one), end, problem, null, end, false);
  }
}
