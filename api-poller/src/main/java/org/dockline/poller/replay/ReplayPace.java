package org.dockline.poller.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** When the next poll is due: the first at once, the others as far apart as they were, or less. */
final class ReplayPace {

  private final double speed;
  private final InstantSource clock;
  private final CountDownLatch stop;
  private @Nullable Instant began;
  private @Nullable Instant first;

  /**
   * Starts with the first poll that it is asked for.
   *
   * @param speed how many times as fast as it was; infinite: nothing is waited for
   * @param stop ends every wait
   */
  ReplayPace(double speed, InstantSource clock, CountDownLatch stop) {
    this.speed = speed;
    this.clock = clock;
    this.stop = stop;
  }

  /** Whether that poll is not due yet. */
  boolean awaits(Instant polledAt) {
    return left(polledAt).isPositive();
  }

  /** Waits until it is. */
  void await(Instant polledAt) throws InterruptedException {
    Duration left = left(polledAt);
    while (left.isPositive() && !stop.await(left.toMillis() + 1, TimeUnit.MILLISECONDS)) {
      left = left(polledAt);
    }
  }

  private Duration left(Instant polledAt) {
    Instant start = began == null ? clock.instant() : began;
    Instant base = first == null ? polledAt : first;
    began = start;
    first = base;
    if (Double.isInfinite(speed)) {
      return Duration.ZERO;
    }
    long wait = (long) (Duration.between(base, polledAt).toMillis() / speed);
    return Duration.between(clock.instant(), start.plusMillis(wait));
  }
}
