package org.dockline.dashboard.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.ContractDay;
import org.dockline.station.flow.FlowTotals;
import org.junit.jupiter.api.Test;

class WeekGridTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Test
  void anHourThatAClockShowsTwiceIsAddedUpAndOneItLeavesOutIsAbsent() {
    LocalDate autumn = LocalDate.parse("2026-10-25");
    WeekGrid long25 = WeekGrid.of(hours(autumn), List.of(autumn), PARIS);
    assertThat(long25.at(autumn, 2)).extracting(FlowTotals::arrivals).isEqualTo(2L);
    assertThat(long25.day(autumn)).extracting(FlowTotals::arrivals).isEqualTo(25L);

    LocalDate spring = LocalDate.parse("2026-03-29");
    WeekGrid short23 = WeekGrid.of(hours(spring), List.of(spring), PARIS);
    assertThat(short23.at(spring, 2)).isNull();
    assertThat(short23.all()).extracting(FlowTotals::arrivals).isEqualTo(23L);
  }

  @Test
  void unknownIsNotZero() {
    Instant start = Instant.parse("2026-03-02T10:00:00Z");
    FlowTotals unknown =
        new FlowTotals(
            start,
            start.plusSeconds(3_600),
            1,
            0,
            0,
            0,
            0,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofHours(1),
            Duration.ZERO,
            Duration.ZERO,
            0);
    for (Measure measure : Measure.values()) {
      assertThat(measure.of(unknown)).as(measure.key()).isNull();
      assertThat(Measure.find(measure.key())).contains(measure);
    }
    LocalDate date = LocalDate.parse("2026-03-02");
    WeekGrid grid = WeekGrid.of(List.of(unknown), List.of(date), PARIS);
    assertThat(grid.scale(Measure.BIKES)).isEqualTo(new WeekGrid.Scale(0, 0));
    assertThat(grid.day(date)).isEqualTo(unknown);
    assertThat(grid.day(date.plusDays(1))).isNull();
  }

  @Test
  void theScaleReachesOverTheDaysThatAreShown() {
    LocalDate date = LocalDate.parse("2026-03-02");
    WeekGrid grid = WeekGrid.of(hours(date), List.of(date), PARIS);
    assertThat(grid.scale(Measure.ARRIVALS)).isEqualTo(new WeekGrid.Scale(0, 1));
    assertThat(grid.scale(Measure.ARRIVALS).share(0.5)).isEqualTo(0.5);
    assertThat(new WeekGrid.Scale(3, 3).share(3)).isZero();
  }

  /** Each with one arrival, known all the time. */
  private static List<FlowTotals> hours(LocalDate date) {
    List<FlowTotals> hours = new ArrayList<>();
    for (ContractDay.Hour hour : new ContractDay("lyon", date, PARIS).hours()) {
      hours.add(
          new FlowTotals(
              hour.start(),
              hour.end(),
              1,
              1,
              0,
              0,
              0,
              Duration.ZERO,
              Duration.ZERO,
              Duration.ZERO,
              Duration.ZERO,
              hour.length(),
              0));
    }
    return hours;
  }
}
