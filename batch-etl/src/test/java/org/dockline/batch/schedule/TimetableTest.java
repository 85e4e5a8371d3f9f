package org.dockline.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimetableTest {

  private static final Instant NOON = Instant.parse("2026-01-10T12:00:00Z");
  private static final Instant NEXT_FIVE = Instant.parse("2026-01-11T04:00:00Z");

  private final Timetable daily = timetable(Duration.ZERO);

  @Test
  void successWaitsForTheSchedule() {
    assertThat(daily.afterSuccess(NOON)).isEqualTo(NEXT_FIVE);
  }

  @Test
  void successMayLookAgainSooner() {
    Timetable often = timetable(Duration.ofMinutes(15));

    assertThat(often.afterSuccess(NOON)).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
    assertThat(often.afterSuccess(NEXT_FIVE.minusSeconds(60))).isEqualTo(NEXT_FIVE);
  }

  @Test
  void failureWaitsTwiceAsLongEachTimeUpToTenMinutes() {
    assertThat(daily.afterFailure(NOON, 1)).isEqualTo(NOON.plusSeconds(5));
    assertThat(daily.afterFailure(NOON, 2)).isEqualTo(NOON.plusSeconds(10));
    assertThat(daily.afterFailure(NOON, 7)).isEqualTo(NOON.plusSeconds(320));
    assertThat(daily.afterFailure(NOON, 8)).isEqualTo(NOON.plusSeconds(600));
    assertThat(daily.afterFailure(NOON, 1_000)).isEqualTo(NOON.plusSeconds(600));
  }

  @Test
  void failureNeverPassesTheSchedule() {
    assertThat(daily.afterFailure(NEXT_FIVE.minusSeconds(60), 50)).isEqualTo(NEXT_FIVE);
  }

  private static Timetable timetable(Duration alsoEvery) {
    return new Timetable(CronTimes.parse("0 5 * * *", ZoneId.of("Europe/Brussels")), alsoEvery);
  }
}
