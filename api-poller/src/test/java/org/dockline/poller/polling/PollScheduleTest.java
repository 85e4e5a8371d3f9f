package org.dockline.poller.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PollScheduleTest {

  private static final Instant NOON = Instant.parse("2025-09-30T12:00:00Z");

  private final PollSchedule schedule = every(Duration.ofSeconds(10));

  @Test
  void ticksLieALittleBeforeTheMultiplesOfTheInterval() {
    assertThat(schedule.next(NOON)).isEqualTo(NOON.plusMillis(8_500));
    assertThat(schedule.next(NOON.plusMillis(8_499))).isEqualTo(NOON.plusMillis(8_500));
    assertThat(schedule.next(NOON.plusMillis(8_500))).isEqualTo(NOON.plusMillis(18_500));
  }

  @Test
  void shortIntervalsHaveAShortHeadStart() {
    assertThat(every(Duration.ofSeconds(1)).next(NOON)).isEqualTo(NOON.plusMillis(750));
    assertThat(every(Duration.ofMillis(1)).next(NOON)).isEqualTo(NOON.plusMillis(1));
  }

  @Test
  void neverDriftsHoweverLateEachPollEnds() {
    Random random = new Random(1);
    Instant tick = schedule.next(NOON);
    for (int i = 0; i < 10_000; i++) {
      Instant next = schedule.next(tick.plusMillis(random.nextInt(9_999)));
      assertThat(next).isEqualTo(tick.plusSeconds(10));
      tick = next;
    }
  }

  @Test
  void aPollThatTakesLongerThanTheIntervalSkipsTicks() {
    Instant tick = schedule.next(NOON);
    assertThat(schedule.next(tick.plusSeconds(35))).isEqualTo(tick.plusSeconds(40));
  }

  @Test
  void waitsGrowWithFullJitterUpToACap() {
    for (int failures = 1; failures < 100; failures++) {
      long bound = Math.min(300, 10L << Math.min(failures - 1, 10));
      Duration wait = Duration.between(NOON, schedule.retry(NOON, failures, null));
      assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(bound + 10));
    }
    assertThat(longest(1)).isLessThanOrEqualTo(Duration.ofSeconds(20));
    assertThat(longest(20)).isBetween(Duration.ofSeconds(200), Duration.ofSeconds(310));
  }

  @Test
  void obeysTheProviderUpToAnHour() {
    assertThat(Duration.between(NOON, schedule.retry(NOON, 1, Duration.ofMinutes(20))))
        .isBetween(Duration.ofMinutes(20), Duration.ofSeconds(1_220));
    assertThat(Duration.between(NOON, schedule.retry(NOON, 1, Duration.ofDays(3_650))))
        .isBetween(Duration.ofHours(1), Duration.ofSeconds(3_610));
  }

  @Test
  void aLongIntervalIsNotShortenedByFailures() {
    PollSchedule hourly = every(Duration.ofHours(1));
    assertThat(hourly.retry(NOON, 50, null)).isAfterOrEqualTo(hourly.next(NOON));
  }

  @Test
  void anIntervalMustBeOne() {
    assertThatThrownBy(() -> every(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An interval is at least 1 ms, but was: PT0S");
  }

  private Duration longest(int failures) {
    Duration longest = Duration.ZERO;
    for (int i = 0; i < 200; i++) {
      Duration wait = Duration.between(NOON, schedule.retry(NOON, failures, null));
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }
    return longest;
  }

  private static PollSchedule every(Duration interval) {
    return new PollSchedule(interval, new Random(7));
  }
}
