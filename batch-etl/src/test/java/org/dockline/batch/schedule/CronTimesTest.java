package org.dockline.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CronTimesTest {

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  @Test
  void fiveInBrusselsIsThreeOrFourInUtc() {
    CronTimes daily = CronTimes.parse("0 5 * * *", BRUSSELS);

    assertThat(daily.after(at("2026-01-10T12:00:00Z"))).isEqualTo("2026-01-11T04:00:00Z");
    assertThat(daily.after(at("2026-07-10T12:00:00Z"))).isEqualTo("2026-07-11T03:00:00Z");
  }

  @Test
  void dayOfTheClockChangeHasItsFiveOClockToo() {
    CronTimes daily = CronTimes.parse("0 5 * * *", BRUSSELS);

    assertThat(daily.after(at("2026-03-28T04:00:00Z"))).isEqualTo("2026-03-29T03:00:00Z");
    assertThat(daily.after(at("2026-10-24T03:00:00Z"))).isEqualTo("2026-10-25T04:00:00Z");
    assertThat(daily.after(at("2026-10-25T04:00:00Z"))).isEqualTo("2026-10-26T04:00:00Z");
  }

  @Test
  void hourThatIsLeftOutOrRepeatedDoesNotLoseOrDoubleADay() {
    CronTimes nightly = CronTimes.parse("30 2 * * *", BRUSSELS);

    Instant spring = nightly.after(at("2026-03-28T12:00:00Z"));
    assertThat(spring)
        .as("02:30 does not exist")
        .isBetween(at("2026-03-29T00:30:00Z"), at("2026-03-29T02:00:00Z"));
    assertThat(nightly.after(spring)).isEqualTo("2026-03-30T00:30:00Z");
    Instant autumn = nightly.after(at("2026-10-24T12:00:00Z"));
    assertThat(autumn)
        .as("02:30 comes twice")
        .isIn(at("2026-10-25T00:30:00Z"), at("2026-10-25T01:30:00Z"));
    assertThat(nightly.after(at("2026-10-25T02:00:00Z"))).isEqualTo("2026-10-26T01:30:00Z");
  }

  @Test
  void nextIsAlwaysLater() {
    CronTimes daily = CronTimes.parse("0 5 * * *", BRUSSELS);

    assertThat(daily.after(at("2026-01-10T04:00:00Z"))).isEqualTo("2026-01-11T04:00:00Z");
    assertThat(daily.after(at("2026-01-10T03:59:59.999Z"))).isEqualTo("2026-01-10T04:00:00Z");
  }

  @Test
  void refusesWhatIsNoExpressionOrNeverComes() {
    assertThatThrownBy(() -> CronTimes.parse("five o'clock", BRUSSELS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CronTimes.parse("0 5 31 2 *", BRUSSELS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
