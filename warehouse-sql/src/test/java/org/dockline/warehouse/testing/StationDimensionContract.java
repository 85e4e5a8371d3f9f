package org.dockline.warehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.dockline.station.testing.ObservationBuilder.polledAt;
import static org.dockline.warehouse.testing.WarehouseFixture.at;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.dockline.station.ContractDay;
import org.dockline.station.StationObservation;
import org.dockline.station.dimension.StationPeriod;
import org.dockline.station.testing.ObservationBuilder;
import org.junit.jupiter.api.Test;

/** What becomes of stations that are renamed, leave, or come back. */
interface StationDimensionContract extends WarehouseFixture {

  /** The first of the days of these tests. */
  LocalDate FIRST = LocalDate.parse("2026-03-01");

  /** How many days are loaded in any order: enough for an absence and a return. */
  int DAYS = 12;

  /** Lyon 7, at noon of the n-th day. */
  default StationObservation noon(int n, UnaryOperator<ObservationBuilder> as) {
    return as.apply(polledAt(FIRST.plusDays(n) + "T11:00:00Z")).build();
  }

  /** Lyon 8, which is always there. */
  default StationObservation neighbour(int n) {
    return noon(n, o -> o.station("lyon/8"));
  }

  /** The n-th day. */
  default ContractDay nth(int n) {
    return new ContractDay("lyon", FIRST.plusDays(n), ZoneId.of("Europe/Paris"));
  }

  /** The rows of Lyon 7. */
  default List<StationPeriod> bellecour() {
    return warehouse().listStationPeriods("lyon").stream()
        .filter(p -> p.version().key().equals(BELLECOUR))
        .toList();
  }

  @Test
  default void knowsNoStationsOfAnUnknownContract() {
    assertThat(warehouse().listStationPeriods("atlantis")).isEmpty();
  }

  @Test
  default void aRenamedAndEnlargedStationHasARowForEach() {
    loader().load(nth(0), noon(0, o -> o.name("Gare").capacity(20)));
    loader().load(nth(1), noon(1, o -> o.name("Gare").capacity(20)));
    loader().load(nth(2), noon(2, o -> o.name("Perrache").capacity(30)));
    assertThat(bellecour())
        .extracting(
            p -> p.version().place().name(),
            p -> p.version().capacity(),
            p -> p.version().validFrom(),
            StationPeriod::validTo,
            StationPeriod::factsFrom)
        .containsExactly(
            tuple(
                "Gare",
                20,
                at("2026-03-01T11:00:00Z"),
                at("2026-03-03T11:00:00Z"),
                StationPeriod.EVER),
            tuple(
                "Perrache",
                30,
                at("2026-03-03T11:00:00Z"),
                StationPeriod.FOR_EVER,
                at("2026-03-03T11:00:00Z")));
  }

  @Test
  default void aNameThatFlapsOverMidnightIsNoChange() {
    loader().load(nth(0), noon(0, o -> o.name("Hôtel de Ville")));
    loader().load(nth(1), noon(1, o -> o.name("H\uFFFDtel de Ville")));
    loader().load(nth(2), noon(2, o -> o.name("Somewhere else")));
    assertThat(bellecour()).hasSize(2);
    loader().load(nth(3), noon(3, o -> o.name("Hôtel de Ville")));
    assertThat(bellecour())
        .singleElement()
        .satisfies(p -> assertThat(p.version().place().name()).isEqualTo("Hôtel de Ville"));
  }

  @Test
  default void aStationGoneForSevenDaysClosesAndOpensAgainWhenItReturns() {
    loader().load(nth(0), noon(0, o -> o), neighbour(0));
    for (int n = 1; n <= 6; n++) {
      loader().load(nth(n), neighbour(n));
    }
    assertThat(bellecour()).singleElement().matches(StationPeriod::isCurrent);
    loader().load(nth(7), neighbour(7));
    assertThat(bellecour())
        .singleElement()
        .satisfies(p -> assertThat(p.validTo()).isEqualTo(nth(8).start()));
    loader().load(nth(9), noon(9, o -> o), neighbour(9));
    assertThat(bellecour()).hasSize(2);
    assertThat(bellecour().getLast().version().validFrom()).isEqualTo(at("2026-03-10T11:00:00Z"));
    assertThat(bellecour().getLast().factsFrom()).isEqualTo(nth(9).start());
    assertThat(bellecour().getLast().isCurrent()).isTrue();
    loader().load(nth(4), noon(4, o -> o), neighbour(4));
    assertThat(bellecour()).singleElement().matches(StationPeriod::isCurrent);
  }

  @Test
  default void noStationIsGoneWhileItsWholeContractIsSilent() {
    loader().load(nth(0), noon(0, o -> o), neighbour(0));
    for (int n = 1; n <= 9; n++) {
      loader().load(nth(n));
    }
    assertThat(warehouse().listStationPeriods("lyon"))
        .hasSize(2)
        .allMatch(StationPeriod::isCurrent);
  }

  /** Every order of loads, with days that are loaded wrong first, leaves what one in order does. */
  @Test
  default void theOrderOfLoadsDoesNotMatter() {
    Random random = new Random(11);
    List<List<StationObservation>> days =
        IntStream.range(0, DAYS).mapToObj(n -> whatever(random, n)).toList();
    loader().load(nth(0), neighbour(0));
    IntStream.range(0, DAYS).forEach(n -> loader().load(nth(n), days.get(n)));
    List<StationPeriod> inOrder = warehouse().listStationPeriods("lyon");
    assertThat(inOrder).hasSizeGreaterThan(5);
    for (int n : shuffled(random)) {
      loader().load(nth(n), whatever(random, n));
    }
    for (int n : shuffled(random)) {
      loader().load(nth(n), days.get(n));
    }
    IntStream.range(0, DAYS).forEach(n -> loader().load(nth(n), days.get(n)));
    assertThat(warehouse().listStationPeriods("lyon")).isEqualTo(inOrder);
  }

  /** Some stations, some of the time, by some name. */
  private List<StationObservation> whatever(Random random, int n) {
    List<StationObservation> day = new ArrayList<>();
    for (int station = 1; station <= 4; station++) {
      for (int hour = 9; random.nextInt(8) > 3 * (station % 3) && hour < 15; hour += 2) {
        String name = List.of("Gare", "Place", "G\uFFFDre").get(random.nextInt(3));
        String at = FIRST.plusDays(n) + "T%02d:00:00Z".formatted(hour);
        day.add(polledAt(at).station("lyon/" + station).name(name).build());
      }
    }
    return day;
  }

  private static List<Integer> shuffled(Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, DAYS).boxed().toList());
    Collections.shuffle(order, random);
    return order;
  }
}
