package org.dockline.dashboard.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dockline.station.Availability.Known;
import org.dockline.station.Availability.Unknown;
import org.dockline.station.ContractDay;
import org.dockline.station.ObservationSequence;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.FlowCalculator;
import org.dockline.station.flow.FlowTotals;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationFlows;
import org.dockline.station.flow.StationTimeline.Segment;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.RandomHistory;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.testing.InMemoryWarehouse;
import org.dockline.warehouse.testing.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The seam: whenever the two days are loaded, the served history is the one that the observations
 * give in one piece. The days hold an outage, a change of the clock in Paris, a city at +05:30, a
 * station that leaves, one that comes, one that moves to another source, and made-up turmoil.
 */
class SeamTest {

  /** Over the last Sunday of March, when Paris has a day of 23 hours. */
  private static final LocalDate FIRST = LocalDate.parse("2026-03-28");

  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("Europe/Paris"), ZoneId.of("Asia/Kolkata"));

  /** How many questions one reading asks: after the last of them no load matters to it. */
  private static final int QUESTIONS = 6;

  static Stream<City> cities() {
    return ZONES.stream().map(City::new);
  }

  /** One city and what was seen of it in two local days and the first hours of a third. */
  static final class City {
    private final ZoneId zone;
    private final ContractDay first;
    private final Instant start;
    private final Instant end;
    private final Map<StationKey, List<StationObservation>> seen = new TreeMap<>();

    City(ZoneId zone) {
      this.zone = zone;
      first = new ContractDay("city", FIRST, zone);
      start = first.start();
      end = first.next().end().plus(Duration.ofMinutes(150));
      put("outage", new Story(this).outage());
      put("leaves", new Story(this).leaves());
      put("comes", new Story(this).comes());
      put("moves", new Story(this).movesToAnotherSource());
      for (int seed = 1; seed <= (Boolean.getBoolean("dockline.long") ? 60 : 6); seed++) {
        StationKey key = new StationKey("city", "turmoil-" + seed);
        seen.put(key, sequence(RandomHistory.of(seed, key, start, end)));
      }
    }

    private void put(String id, List<StationObservation> story) {
      seen.put(new StationKey("city", id), sequence(story));
    }

    /** Nothing was seen before the first day, which is the first that is ever loaded. */
    private List<StationObservation> sequence(List<StationObservation> story) {
      return ObservationSequence.of(
              story.stream().filter(o -> !o.observedAt().isBefore(start)).toList())
          .observations();
    }

    List<StationObservation> all() {
      return seen.values().stream().flatMap(List::stream).toList();
    }

    /** The truth: everything in one piece, minute by minute. */
    StationFlows truth(StationKey key, List<Instant> edges) {
      return FlowCalculator.between(key, edges, StationClose.NOTHING, seen.get(key));
    }

    Warehouse loaded(int days) {
      return loaded(days, all(), end);
    }

    /** The first day, loaded earlier, while every other observation had not arrived yet. */
    Warehouse halfLoaded() {
      List<StationObservation> all = all();
      List<StationObservation> half = new ArrayList<>();
      for (int i = 0; i < all.size(); i += 2) {
        half.add(all.get(i));
      }
      return loaded(1, half, end.minusSeconds(60));
    }

    private Warehouse loaded(int days, List<StationObservation> from, Instant when) {
      InMemoryWarehouse warehouse = new InMemoryWarehouse(Clock.fixed(when, ZoneOffset.UTC));
      ContractDay day = first;
      for (int i = 0; i < days; i++) {
        load(warehouse, day, from);
        day = day.next();
      }
      return warehouse;
    }

    /** As the batch does: a station that is not remembered has no day. */
    private static void load(Warehouse warehouse, ContractDay day, List<StationObservation> from) {
      Loader loader = new Loader(warehouse);
      loader.replace(
          day,
          loader.compute(day, from).stream()
              .filter(station -> station.flows().close().rememberedAt(day.start()))
              .toList());
    }

    @Override
    public String toString() {
      return zone.getId();
    }
  }

  /** What a station lives through. */
  private record Story(City city) {

    private ObservationBuilder at(String id, int minute) {
      Instant polled = city.start.plus(Duration.ofMinutes(minute));
      return ObservationBuilder.polledAt(polled)
          .station(new StationKey("city", id))
          .bikes(bikes(minute))
          .reportedAt(polled.minusSeconds(minute % 7 * 30L));
    }

    /** Moves and stays, with both edges of both days in busy times. */
    private static int bikes(int minute) {
      int quarter = minute / 15;
      return quarter % 5 == 4 ? 0 : (quarter * 7 + minute % 3) % 12;
    }

    private int minutes() {
      return (int) Duration.between(city.start, city.end).toMinutes();
    }

    /** Two outages within one hour, and one across midnight. */
    List<StationObservation> outage() {
      List<StationObservation> story = new ArrayList<>();
      int midnight = (int) Duration.between(city.start, city.first.end()).toMinutes();
      for (int minute = 0; minute < minutes(); minute += 2) {
        boolean away =
            (minute >= 601 && minute < 619)
                || (minute >= 630 && minute < 655)
                || (minute >= midnight - 40 && minute < midnight + 25);
        if (!away) {
          story.add(at("outage", minute).build());
        }
      }
      return story;
    }

    List<StationObservation> leaves() {
      List<StationObservation> story = new ArrayList<>();
      for (int minute = 0; minute < 1_700; minute += 3) {
        story.add(at("leaves", minute).build());
      }
      story.add(at("leaves", 1_703).gone());
      return story;
    }

    List<StationObservation> comes() {
      List<StationObservation> story = new ArrayList<>();
      for (int minute = 1_500; minute < minutes(); minute += 4) {
        story.add(at("comes", minute).build());
      }
      return story;
    }

    List<StationObservation> movesToAnotherSource() {
      List<StationObservation> story = new ArrayList<>();
      for (int minute = 1; minute < minutes(); minute += 5) {
        Source source = minute < 1_445 ? Source.JCDECAUX_V3 : Source.GBFS_3;
        story.add(at("moves", minute).source(source).build());
      }
      return story;
    }
  }

  @ParameterizedTest
  @MethodSource("cities")
  void everyMinuteIsServedOnceWhateverIsLoaded(City city) {
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
    for (City city : cities().toList()) {
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
    for (City city : cities().toList()) {
      List<FlowTotals> truth = sums(city, step);
      for (int days = 0; days <= 2; days++) {
        TotalHistory served =
            new ServedHistory(supplier(city.loaded(days)), new RecentList(city.all(), city.end))
                .ofContract("city", city.zone, city.start, city.end, step, key -> true);

        assertThat(served.totals())
            .as("%s, %d loaded", city, days)
            .usingRecursiveComparison()
            .withComparatorForType(SeamTest::nearly, Double.class)
            .isEqualTo(truth);
      }
    }
  }

  @Test
  void loadsAndReloadsInTheMiddleOfReadsAreNeverSeen() {
    City city = new City(ZONES.getFirst());
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
    City city = new City(ZONES.getFirst());
    Busy busy = new Busy(city.halfLoaded(), city.loaded(1), 0);
    StationKey key = city.seen.keySet().iterator().next();

    StationHistory served = served(busy.warehouse(), city, key, Step.HOUR);

    assertThat(served.partial()).isTrue();
    assertThat(served.warehouseProblem()).contains("ask again");
  }

  private static List<FlowTotals> sums(City city, Step step) {
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

  private static StationHistory served(Warehouse warehouse, City city, StationKey key, Step step) {
    return new ServedHistory(supplier(warehouse), new RecentList(city.all(), city.end))
        .ofStation(key, city.zone, city.start, city.end, step);
  }

  private static java.util.function.Supplier<Warehouse> supplier(Warehouse warehouse) {
    return () -> warehouse;
  }

  private static List<Instant> minutes(City city) {
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
