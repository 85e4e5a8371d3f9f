package org.dockline.dashboard.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dockline.station.Availability.Known;
import org.dockline.station.ContractDay;
import org.dockline.station.ObservationSequence;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.FlowCalculator;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.station.flow.StationTimeline.Segment;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.RandomHistory;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.StagingWriter;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;
import org.dockline.warehouse.testing.InMemoryWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServedHistoryTest {

  private static final StationKey KEY = new StationKey("lyon", "7");

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Paris", "Asia/Kolkata", "Asia/Tokyo"})
  void hoursAcrossTheSeamEqualThoseComputedInOnePiece(String zone) {
    int histories = Boolean.getBoolean("dockline.long") ? 400 : 25;
    for (int seed = 0; seed < histories; seed++) {
      // Over the last Sunday of March, when Paris has a day of 23 hours.
      ContractDay first = day("2026-03-28", zone);
      Instant end = first.next().next().end();
      List<StationObservation> all =
          RandomHistory.of(seed, KEY, first.start(), end.minus(Duration.ofMinutes(20)));
      for (int loaded = 0; loaded <= 2; loaded++) {
        StationHistory history =
            new ServedHistory(supplier(loaded(first, loaded, all)), recent(all, end))
                .ofStation(KEY, first.zone(), first.start(), end, Step.HOUR);

        assertThat(history.flows())
            .as("seed %d, %d loaded", seed, loaded)
            .isEqualTo(whole(first, end, all));
        assertFillsExactly(history, first.start(), end);
        assertUnknownTimeAgrees(history);
      }
    }
  }

  @Test
  void aLoadThatMovesTheSeamMeanwhileIsAskedAgain() {
    ContractDay first = day("2026-03-10", "Europe/Paris");
    List<StationObservation> all = RandomHistory.of(4, KEY, first.start(), first.next().end());
    AtomicInteger asked = new AtomicInteger();
    Warehouse before = loaded(first, 1, all);
    Warehouse after = loaded(first, 2, all);
    Warehouse moving =
        (Warehouse)
            Proxy.newProxyInstance(
                Warehouse.class.getClassLoader(),
                new Class<?>[] {Warehouse.class},
                (proxy, method, arguments) ->
                    method.invoke(
                        method.getName().equals("loadMark")
                            ? asked.incrementAndGet() == 1 ? before : after
                            : after,
                        arguments));

    StationHistory history =
        new ServedHistory(supplier(moving), recent(all, first.next().end()))
            .ofStation(KEY, first.zone(), first.start(), first.next().end(), Step.HOUR);

    assertThat(history.boundary()).isEqualTo(first.next().end());
    assertThat(history.flows()).isEqualTo(whole(first, first.next().end(), all));
    assertThat(asked.get()).as("before, after, and after the second asking").isEqualTo(3);
  }

  @Test
  void withoutTheWarehouseRecentObservationsAnswerAndSaySo() {
    ContractDay day = day("2026-03-10", "Europe/Paris");
    List<StationObservation> all = RandomHistory.of(5, KEY, day.start(), day.end());
    ServedHistory history =
        new ServedHistory(
            () -> {
              throw new WarehouseException("The warehouse can't be reached: start it");
            },
            recent(all, day.end()));

    StationHistory served = history.ofStation(KEY, day.zone(), day.start(), day.end(), Step.HOUR);

    assertThat(served.partial()).isTrue();
    assertThat(served.warehouseProblem()).isEqualTo("The warehouse can't be reached: start it");
    assertThat(served.boundary()).isNull();
    assertThat(served.flows()).isEqualTo(whole(day, day.end(), all));
  }

  @Test
  void aStreamThatWroteLongAgoIsMarked() {
    ContractDay day = day("2026-03-10", "Europe/Paris");
    Instant noon = day.start().plus(Duration.ofHours(12));
    List<StationObservation> all = RandomHistory.of(6, KEY, day.start(), noon);
    ServedHistory history = new ServedHistory(null, recent(all, noon));

    assertThat(history.ofStation(KEY, day.zone(), day.start(), noon, Step.HOUR).stale()).isFalse();
    assertThat(history.ofStation(KEY, day.zone(), day.start(), day.end(), Step.HOUR).stale())
        .isTrue();
  }

  @Test
  void anOutageIsAGapOnBothSidesOfTheSeam() {
    ContractDay day = day("2026-03-10", "Europe/Paris");
    List<StationObservation> all = new ArrayList<>();
    for (Instant at = day.start(); at.isBefore(day.end()); at = at.plusSeconds(300)) {
      int minute = (int) Duration.between(day.start(), at).toMinutes();
      if (minute < 9 * 60 + 20 || minute >= 13 * 60 + 35) {
        all.add(ObservationBuilder.polledAt(at).bikes(minute < 600 ? 5 : 9).build());
      }
    }
    StationHistory fromRecent =
        new ServedHistory(null, recent(all, day.end()))
            .ofStation(KEY, day.zone(), day.start(), day.end(), Step.HOUR);
    StationHistory fromWarehouse =
        new ServedHistory(supplier(loaded(day, 1, all)), recent(List.of(), day.end()))
            .ofStation(KEY, day.zone(), day.start(), day.end(), Step.HOUR);

    assertThat(fromWarehouse.batch().segments()).hasSize(3);
    for (Instant minute = day.start();
        minute.isBefore(day.end());
        minute = minute.plusSeconds(60)) {
      assertThat(bikesAt(fromWarehouse, minute))
          .as("%s", minute)
          .isEqualTo(bikesAt(fromRecent, minute));
    }
  }

  @Test
  void goesOnWithEachNewObservation() {
    ContractDay day = day("2026-03-10", "Europe/Paris");
    Instant noon = day.start().plus(Duration.ofHours(12));
    List<StationObservation> all = RandomHistory.of(7, KEY, day.start(), day.end());
    List<StationObservation> morning =
        all.stream().filter(o -> o.polledAt().isBefore(noon)).toList();
    StationHistory history =
        new ServedHistory(null, recent(morning, noon))
            .ofStation(KEY, day.zone(), day.start(), noon, Step.HOUR);

    for (StationObservation o : all) {
      history = history.goneOn(List.of(o), day.end());
    }

    assertThat(history.flows()).isEqualTo(whole(day, day.end(), all));
  }

  private static void assertFillsExactly(StationHistory history, Instant from, Instant to) {
    Instant at = from;
    for (Segment segment : history.segments()) {
      assertThat(segment.from()).isEqualTo(at);
      assertThat(segment.to()).isAfter(at);
      at = segment.to();
    }
    assertThat(at).isEqualTo(to);
  }

  /**
   * The drawn gaps of each hour are as long as the hour says. Not so in the very first hour: what
   * was seen shortly before the first day that was ever loaded counts in its hour, and is no
   * observation of it.
   */
  private static void assertUnknownTimeAgrees(StationHistory history) {
    for (Flows hour : history.flows().subList(1, history.flows().size())) {
      long known = 0;
      for (Segment s : history.segments()) {
        known += s.availability() instanceof Known ? overlap(s, hour) : 0;
      }
      assertThat(known)
          .as("known milliseconds in the hour of %s", hour.start())
          .isEqualTo(hour.known().toMillis());
    }
  }

  private static long overlap(Segment s, Flows hour) {
    Instant from = s.from().isBefore(hour.start()) ? hour.start() : s.from();
    Instant to = s.to().isAfter(hour.end()) ? hour.end() : s.to();
    return Math.max(0, Duration.between(from, to).toMillis());
  }

  private static Object bikesAt(StationHistory history, Instant at) {
    return history.segments().stream()
        .filter(s -> !at.isBefore(s.from()) && at.isBefore(s.to()))
        .map(s -> s.availability() instanceof Known known ? (Object) known.bikes() : "unknown")
        .findFirst()
        .orElse("nothing");
  }

  private static List<Flows> whole(ContractDay first, Instant end, List<StationObservation> all) {
    return FlowCalculator.between(
            KEY,
            Step.HOUR.edges(first.zone(), first.start(), end),
            StationClose.NOTHING,
            ObservationSequence.of(all).observations())
        .flows();
  }

  private static Warehouse loaded(ContractDay first, int days, List<StationObservation> all) {
    InMemoryWarehouse warehouse = new InMemoryWarehouse(Clock.fixed(first.end(), ZoneOffset.UTC));
    StationClose seed = StationClose.NOTHING;
    ContractDay day = first;
    for (int i = 0; i < days; i++) {
      StationDay station = StationDay.of(KEY, day, seed, all);
      try (StagingWriter writer = warehouse.stage("load", i)) {
        writer.add(station);
        writer.commit();
      }
      warehouse.replaceDay("load", day, new DayRead(all.size(), Map.of()));
      seed = station.flows().close();
      day = day.next();
    }
    return warehouse;
  }

  private static java.util.function.Supplier<Warehouse> supplier(Warehouse warehouse) {
    return () -> warehouse;
  }

  private static RecentObservations recent(List<StationObservation> all, Instant asOf) {
    return new RecentList(all, asOf);
  }

  private static ContractDay day(String date, String zone) {
    return new ContractDay("lyon", LocalDate.parse(date), ZoneId.of(zone));
  }
}
