package org.dockline.dashboard.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.station.Availability.Known;
import org.dockline.station.Availability.Unknown;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.flow.FlowCalculator;
import org.dockline.station.flow.FlowTotals;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationFlows;
import org.dockline.station.flow.StationTimeline.Segment;
import org.dockline.warehouse.Warehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The seam: whenever the two days are loaded, the served history is the one that the observations
 * give in one piece. The days hold an outage, a change of the clock in Paris, a city at +05:30, a
 * station that leaves, one that comes, one that moves to another source, and made-up turmoil.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SeamContract {

  /** Each with a city of its own; the first has a change of the clock. */
  static final List<ZoneId> ZONES = List.of(ZoneId.of("Europe/Paris"), ZoneId.of("Asia/Kolkata"));

  /** How many questions one reading asks: after the last of them no load matters to it. */
  private static final int QUESTIONS = 6;

  private final List<SeamCity> cities;

  /**
   * Makes the cities up.
   *
   * @param zones where they are
   * @param turmoils how many stations of each may live through anything
   */
  SeamContract(List<ZoneId> zones, int turmoils) {
    cities = zones.stream().map(zone -> new SeamCity(zone, turmoils, this::open)).toList();
  }

  /** An empty warehouse whose loads happen at that time. */
  abstract Warehouse open(Clock clock);

  List<SeamCity> cities() {
    return cities;
  }

  @AfterAll
  void end() {
    cities.forEach(SeamCity::end);
  }

  @ParameterizedTest
  @MethodSource("cities")
  void everyMinuteIsServedOnceWhateverIsLoaded(SeamCity city) {
    List<Instant> minutes = minutes(city);
    for (StationKey key : city.seen.keySet()) {
      List<String> truth = told(city.truth(key, minutes), minutes);
      for (int days = 0; days <= 2; days++) {
        StationHistory served = served(city.loaded(days), city, key, Step.RAW);

        assertThat(told(served.segments(), minutes))
            .as("%s, %d loaded", key, days)
            .isEqualTo(truth);
        assertThat(served.partial() || served.stale()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"FIVE_MINUTES", "QUARTER_HOUR", "HOUR", "DAY"})
  void everyStepHasTheFiguresOfThePiece(Step step) {
    for (SeamCity city : cities()) {
      List<Instant> edges = step.edges(city.zone, city.start, city.end);
      for (StationKey key : city.seen.keySet()) {
        List<Flows> truth = city.truth(key, edges).flows();
        for (int days = 0; days <= 2; days++) {
          assertThat(served(city.loaded(days), city, key, step).flows())
              .as("%s in %s, %d loaded", key, city, days)
              .isEqualTo(truth);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"FIVE_MINUTES", "QUARTER_HOUR", "HOUR", "DAY"})
  void aContractIsTheSumOfItsStations(Step step) {
    for (SeamCity city : cities()) {
      List<FlowTotals> truth = sums(city, step);
      for (int days = 0; days <= 2; days++) {
        TotalHistory served =
            new ServedHistory(supplier(city.loaded(days)), new RecentList(city.all(), city.end))
                .ofContract("city", city.zone, city.start, city.end, step, key -> true);

        assertThat(served.totals())
            .as("%s, %d loaded", city, days)
            .usingRecursiveComparison()
            .withComparatorForType(SeamContract::nearly, Double.class)
            .isEqualTo(truth);
      }
    }
  }

  @Test
  void loadsAndReloadsInTheMiddleOfReadsAreNeverSeen() {
    SeamCity city = cities().getFirst();
    List<Instant> minutes = minutes(city);
    for (StationKey key : city.seen.keySet()) {
      List<String> truth = told(city.truth(key, minutes), minutes);
      for (int question = 1; question <= QUESTIONS; question++) {
        Busy nextDay = new Busy(city.loaded(1), city.loaded(2), question);
        Busy sameDay = new Busy(city.halfLoaded(), city.loaded(1), question);
        for (Busy busy : List.of(nextDay, sameDay)) {
          StationHistory served = served(busy.warehouse(), city, key, Step.RAW);

          assertThat(told(served.segments(), minutes))
              .as("%s, %s at question %d", key, busy == nextDay ? "loaded" : "again", question)
              .isEqualTo(truth);
          assertThat(served.partial()).isFalse();
        }
      }
    }
  }

  @Test
  void aWarehouseThatIsNeverAtRestIsSaidSo() {
    SeamCity city = cities().getFirst();
    Busy busy = new Busy(city.halfLoaded(), city.loaded(1), 0);
    StationKey key = city.seen.keySet().iterator().next();

    StationHistory served = served(busy.warehouse(), city, key, Step.HOUR);

    assertThat(served.partial()).isTrue();
    assertThat(served.warehouseProblem()).contains("ask again");
  }

  private static List<FlowTotals> sums(SeamCity city, Step step) {
    Map<Instant, FlowTotals> sums = new TreeMap<>();
    ContractDay day = city.first;
    Map<StationKey, StationClose> closes = new HashMap<>();
    while (day.start().isBefore(city.end)) {
      Instant end = day.end().isAfter(city.end) ? city.end : day.end();
      for (StationKey key : city.seen.keySet()) {
        StationClose seed = closes.getOrDefault(key, StationClose.NOTHING);
        StationFlows flows =
            FlowCalculator.between(
                key, step.edges(city.zone, day.start(), end), seed, city.seen.get(key));
        if (flows.close().last() != null) {
          flows.flows().forEach(f -> sums.merge(f.start(), FlowTotals.of(f), FlowTotals::with));
        }
        closes.put(key, flows.close());
      }
      day = day.next();
    }
    return List.copyOf(sums.values());
  }

  private static int nearly(double a, double b) {
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)) ? 0 : Double.compare(a, b);
  }

  private static StationHistory served(
      Warehouse warehouse, SeamCity city, StationKey key, Step step) {
    return new ServedHistory(supplier(warehouse), new RecentList(city.all(), city.end))
        .ofStation(key, city.zone, city.start, city.end, step);
  }

  private static java.util.function.Supplier<Warehouse> supplier(Warehouse warehouse) {
    return () -> warehouse;
  }

  private static List<Instant> minutes(SeamCity city) {
    List<Instant> minutes = new ArrayList<>();
    for (Instant at = city.start; !at.isAfter(city.end); at = at.plusSeconds(60)) {
      minutes.add(at);
    }
    return minutes;
  }

  private static List<String> told(StationFlows flows, List<Instant> minutes) {
    return told(flows.timeline().segments(), minutes);
  }

  /** What is said of each minute; a minute that is told twice, or not, shows. */
  private static List<String> told(List<Segment> segments, List<Instant> minutes) {
    List<String> told = new ArrayList<>();
    int from = 0;
    for (Instant minute : minutes.subList(0, minutes.size() - 1)) {
      StringBuilder said = new StringBuilder();
      while (from < segments.size() && !segments.get(from).to().isAfter(minute)) {
        from++;
      }
      for (int i = from; i < segments.size() && !segments.get(i).from().isAfter(minute); i++) {
        said.append(
            switch (segments.get(i).availability()) {
              case Known known -> known.bikes() + "/" + known.docks();
              case Unknown unknown -> unknown.reason().name();
            });
      }
      told.add(minute + " " + said);
    }
    return told;
  }
}
