package org.dockline.batch.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dockline.batch.testing.SteppedClock;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final SteppedClock clock = new SteppedClock("2026-03-10T05:00:00Z");
  private final Progress progress = new Progress(16, 1_000_000, clock);

  @Test
  void saysHowFarHowFastAndHowLongStill() {
    after(5);
    assertThat(progress.add(500_000, 0))
        .hasValue(
            "0 of 16 contract-days, 500,000 read and 0 staged of 1,000,000 rows, 50,000 rows/s,"
                + " time left 15 s");
    after(15);
    progress.add(500_000, 1_000_000);
    assertThat(progress.dayDone())
        .isEqualTo(
            "1 of 16 contract-days, 1,000,000 read and 1,000,000 staged of 1,000,000 rows,"
                + " 50,000 rows/s, time left 0 s");
  }

  @Test
  void saysItAtMostEveryFiveSeconds() {
    after(4);
    assertThat(progress.add(1, 0)).isEmpty();
    after(1);
    assertThat(progress.add(1, 0)).isPresent();
    assertThat(progress.add(1, 0)).isEmpty();
  }

  @Test
  void nothingReadYetIsNoRate() {
    after(60);
    assertThat(progress.dayDone()).endsWith("0 rows/s, time left unknown");
  }

  private void after(int seconds) {
    clock.set(clock.instant().plus(Duration.ofSeconds(seconds)));
  }
}
