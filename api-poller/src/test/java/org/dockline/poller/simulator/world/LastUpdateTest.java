package org.dockline.poller.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The times that stations give for what they say. */
class LastUpdateTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-03-11T00:00:00Z");
  private static final World WORLD = World.of(1, 200);

  @Test
  void anIdleStationRenewsItsReportEvery603Seconds() {
    List<Duration> idle = new ArrayList<>();
    for (SimulatedStation s : healthy()) {
      StationReport before = s.at(MIDNIGHT);
      for (int second = 1; second < 4 * 3_600; second++) {
        StationReport now = s.at(MIDNIGHT.plusSeconds(second));
        if (!now.lastUpdate().equals(before.lastUpdate())) {
          Duration gap = Duration.between(before.lastUpdate(), now.lastUpdate());
          assertThat(gap).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(603));
          if (now.bikes() == before.bikes()) {
            idle.add(gap);
          }
        }
        before = now;
      }
    }
    assertThat(idle).hasSizeGreaterThan(500);
    assertThat(idle.stream().filter(Duration.ofSeconds(603)::equals).count())
        .isGreaterThan(idle.size() * 8L / 10);
  }

  @Test
  void countsChangeOnlyWithANewReportOfThatVerySecond() {
    for (SimulatedStation s : healthy()) {
      StationReport before = s.at(MIDNIGHT);
      for (int second = 7 * 3_600; second < 8 * 3_600; second++) {
        Instant instant = MIDNIGHT.plusSeconds(second);
        StationReport now = s.at(instant);
        assertThat(now.lastUpdate()).isBeforeOrEqualTo(instant);
        assertThat(now.lastUpdate()).isEqualTo(now.lastUpdate().truncatedTo(ChronoUnit.SECONDS));
        if (now.lastUpdate().equals(before.lastUpdate())) {
          assertThat(now).isEqualTo(before);
        } else if (second > 7 * 3_600) {
          assertThat(now.lastUpdate()).isEqualTo(instant);
        }
        before = now;
      }
    }
  }

  @Test
  void silentStationsAreDaysOldAndGbfsReportsHours() {
    World world = World.of(1, 1_200);
    assertThat(world.all())
        .filteredOn(s -> s.condition() == Condition.SILENT)
        .isNotEmpty()
        .allSatisfy(
            s -> {
              assertThat(s.at(MIDNIGHT).lastUpdate())
                  .isBetween(
                      MIDNIGHT.minus(Duration.ofDays(44)), MIDNIGHT.minus(Duration.ofDays(3)));
              assertThat(s.lastReported(MIDNIGHT)).isEqualTo(s.at(MIDNIGHT).lastUpdate());
            });
    List<Long> hours =
        world.all().stream()
            .filter(s -> s.condition() == Condition.HEALTHY)
            .map(s -> Duration.between(s.lastReported(MIDNIGHT), MIDNIGHT).toHours())
            .sorted()
            .toList();
    assertThat(hours.get(hours.size() / 2)).isBetween(5L, 11L);
  }

  private static List<SimulatedStation> healthy() {
    return WORLD.all().stream().filter(s -> s.condition() == Condition.HEALTHY).limit(40).toList();
  }
}
