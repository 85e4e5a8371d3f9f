package org.dockline.warehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dockline.station.testing.ObservationBuilder.polledAt;
import static org.dockline.warehouse.testing.Loader.lyon;
import static org.dockline.warehouse.testing.WarehouseFixture.at;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dockline.station.ContractDay;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.station.testing.RandomHistory;
import org.dockline.warehouse.DayTotals;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.StationPoint;
import org.junit.jupiter.api.Test;

/** What a day is once it is loaded. */
interface DayContract extends WarehouseFixture {

  @Test
  default void isEmptyAtFirst() {
    assertThat(warehouse().listLoadedDays()).isEmpty();
    assertThat(warehouse().loadedThrough()).isEmpty();
    assertThat(warehouse().listContracts()).isEmpty();
    assertThat(warehouse().listRuns(10)).isEmpty();
    assertThat(warehouse().closes("lyon", LocalDate.parse("2026-03-01"))).isEmpty();
    assertThat(warehouse().findClose(BELLECOUR, LocalDate.parse("2026-03-01"))).isEmpty();
  }

  @Test
  default void keepsHoursPointsAndCloseOfADay() {
    List<StationDay> stations = someDay();
    loader().stage("a", 0, stations);
    DayTotals totals = warehouse().replaceDay("a", lyon("2026-03-01"), READ);
    StationDay day = stations.getFirst();
    assertThat(totals)
        .isEqualTo(
            new DayTotals(1, 24, day.changes().size(), day.flows().episodes().size(), 1, true));
    assertThat(allHours()).isEqualTo(StationHour.of(day)).hasSize(24);
    assertThat(allPoints()).isEqualTo(day.changes().stream().map(StationPoint::of).toList());
    assertThat(warehouse().findClose(BELLECOUR, day.day().date())).contains(day.flows().close());
    assertThat(warehouse().listLoadedDays())
        .containsExactly(new LoadedDay("lyon", day.day().date(), READ, LOADED_AT, false));
  }

  @Test
  default void leavesTheSameWhenADayIsLoadedTwice() {
    ContractDay day = lyon("2026-03-01");
    loader().load(day, morning("2026-03-01"));
    List<StationHour> hours = allHours();
    List<StationPoint> points = allPoints();
    DayTotals again = loader().load(day, morning("2026-03-01"));
    assertThat(again.closeChanged()).isFalse();
    assertThat(allHours()).isEqualTo(hours);
    assertThat(allPoints()).isEqualTo(points);
    assertThat(warehouse().listLoadedDays()).hasSize(1);
  }

  @Test
  default void replacesEverythingOfTheDayAndNothingElse() {
    loader().load(lyon("2026-03-01"), morning("2026-03-01"));
    loader().load(lyon("2026-03-02"), morning("2026-03-02"));
    ContractDay toyama = new ContractDay("toyama", LocalDate.parse("2026-03-01"), tokyo());
    loader().load(toyama, polledAt("2026-03-01T03:00:00Z").station("toyama/1").build());
    loader().load(lyon("2026-03-01"), polledAt("2026-03-01T12:00:00Z").station("lyon/8").build());
    assertThat(allHours()).extracting(StationHour::localDate).containsOnly(date("2026-03-02"));
    assertThat(hoursOf("lyon/8")).hasSize(24);
    assertThat(hoursOf("toyama/1")).hasSize(24);
    assertThat(warehouse().closes("lyon", date("2026-03-01")))
        .containsOnlyKeys(new StationKey("lyon", "8"));
  }

  @Test
  default void loadsADayWithoutAnything() {
    loader().load(lyon("2026-03-01"), morning("2026-03-01"));
    DayTotals totals = warehouse().replaceDay("nothing", lyon("2026-03-01"), READ);
    assertThat(totals).isEqualTo(new DayTotals(0, 0, 0, 0, 0, true));
    assertThat(allHours()).isEmpty();
    assertThat(warehouse().loadedThrough()).containsKey("lyon");
  }

  @Test
  default void keepsClosesWithoutAnyLoss() {
    StationObservation odd =
        polledAt("2026-03-01T10:00:00.789Z")
            .name("駅　\"前\"\n'; DROP TABLE bikes.load_run; -- é\uFFFD 🚲 ")
            .extra("{\"a\":{\"b\":[1,2.50,null]},\"c\":\"\\u0000 ü\"}")
            .source(Source.GBFS_3)
            .counts(4, null)
            .feedUpdatedAt(Instant.parse("2026-03-01T09:59:59.001Z"))
            .build();
    StationObservation closed =
        polledAt("2026-03-01T11:00:00Z").closed().reportedAt((Instant) null).build();
    List<StationDay> stations = loader().compute(lyon("2026-03-01"), List.of(odd, closed));
    loader().replace(lyon("2026-03-01"), stations);
    StationClose expected = stations.getFirst().flows().close();
    assertThat(expected.last()).isNotEqualTo(expected.lastKnown());
    assertThat(warehouse().closes("lyon", date("2026-03-01")))
        .isEqualTo(Map.of(BELLECOUR, expected));
  }

  @Test
  default void keepsTheCloseOfAStationThatSaidNothing() {
    StationDay silent =
        StationDay.of(BELLECOUR, lyon("2026-03-01"), StationClose.NOTHING, List.of());
    loader().replace(lyon("2026-03-01"), List.of(silent));
    assertThat(warehouse().findClose(BELLECOUR, date("2026-03-01"))).contains(StationClose.NOTHING);
    assertThat(allHours()).isEqualTo(StationHour.of(silent));
  }

  @Test
  default void readsHalfOpenIntervalsInOrder() {
    loader()
        .load(
            lyon("2026-03-01"),
            polledAt("2026-03-01T10:20:00Z").bikes(3).build(),
            polledAt("2026-03-01T10:00:00Z").bikes(1).build(),
            polledAt("2026-03-01T10:10:00Z").bikes(2).build());
    assertThat(
            warehouse()
                .listPoints(BELLECOUR, at("2026-03-01T10:00:00Z"), at("2026-03-01T10:20:00Z")))
        .extracting(p -> p.held().first().observation().counts().bikes())
        .containsExactly(1, 2);
    assertThat(
            warehouse()
                .listHours(BELLECOUR, at("2026-03-01T10:00:00Z"), at("2026-03-01T12:00:00Z")))
        .extracting(StationHour::localHour)
        .containsExactly(11, 12);
  }

  @Test
  default void keepsDaysOf23And25HoursAndHalfHourZones() {
    loader().load(lyon("2026-03-29"), morning("2026-03-29"));
    assertThat(allHours()).hasSize(23).extracting(StationHour::localHour).doesNotContain(2);
    loader().load(lyon("2026-10-25"), morning("2026-10-25"));
    assertThat(allHours().subList(23, 48))
        .extracting(StationHour::localHour)
        .startsWith(0, 1, 2, 2, 3);
    ContractDay mumbai = new ContractDay("mumbai", date("2026-03-01"), ZoneId.of("Asia/Kolkata"));
    loader().load(mumbai, polledAt("2026-03-01T03:00:00Z").station("mumbai/1").build());
    assertThat(hoursOf("mumbai/1").getFirst().flows().start())
        .isEqualTo(at("2026-02-28T18:30:00Z"));
  }

  @Test
  default void keepsWhateverAStationMaySay() {
    List<StationKey> keys =
        IntStream.range(0, 5).mapToObj(i -> new StationKey("lyon", "r" + i)).toList();
    List<ContractDay> days = List.of(lyon("2026-03-28"), lyon("2026-03-29"), lyon("2026-03-30"));
    for (ContractDay day : days) {
      List<StationObservation> all =
          keys.stream()
              .flatMap(
                  key ->
                      RandomHistory.of(
                          key.stableHash() + day.date().toEpochDay(), key, day.start(), day.end())
                          .stream())
              .toList();
      List<StationDay> stations = loader().compute(day, all);
      loader().replace(day, stations);
      for (StationDay station : stations) {
        StationKey key = station.flows().key();
        assertThat(warehouse().listHours(key, day.start(), day.end()))
            .isEqualTo(StationHour.of(station));
        assertThat(warehouse().listPoints(key, day.start(), day.end()))
            .isEqualTo(station.changes().stream().map(StationPoint::of).toList());
        assertThat(warehouse().findClose(key, day.date())).contains(station.flows().close());
      }
    }
  }
}
