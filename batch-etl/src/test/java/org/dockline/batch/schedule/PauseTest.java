package org.dockline.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PauseTest {

  private final Clock clock = Clock.systemUTC();
  private final Pause pause = new Pause(clock);

  @Test
  void pastMomentIsNotWaitedFor() throws InterruptedException {
    assertThat(pause.until(clock.instant().minusSeconds(1))).isTrue();
  }

  @Test
  void waitsForTheMoment() throws InterruptedException {
    var moment = clock.instant().plusMillis(30);
    assertThat(pause.until(moment)).isTrue();
    assertThat(clock.instant()).isAfterOrEqualTo(moment);
  }

  @Test
  void stopEndsTheWait() throws Exception {
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return pause.until(clock.instant().plusSeconds(3_600));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    pause.stop();
    assertThat(waiting.get(10, TimeUnit.SECONDS)).isFalse();
    assertThat(pause.until(clock.instant().minusSeconds(1))).isFalse();
  }
}
