package org.dockline.batch.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for a moment of the clock on the wall, or for the end. A machine that was asleep meanwhile
 * is noticed within half a minute of its waking.
 */
public class Pause {

  private static final Duration LOOKS_UP_EVERY = Duration.ofSeconds(30);

  private final Clock clock;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Waits by that clock. */
  public Pause(Clock clock) {
    this.clock = clock;
  }

  /** Ends every wait, now and later. */
  public void stop() {
    stopped.countDown();
  }

  /** Whether there is no more to wait for. */
  public boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Waits for the end. */
  public void untilStopped() throws InterruptedException {
    stopped.await();
  }

  /**
   * Waits.
   *
   * @return false when it was stopped before
   */
  public boolean until(Instant moment) throws InterruptedException {
    Duration left = Duration.between(clock.instant(), moment);
    while (!isStopped() && left.isPositive()) {
      long millis = Math.min(left.toMillis() + 1, LOOKS_UP_EVERY.toMillis());
      if (stopped.await(millis, TimeUnit.MILLISECONDS)) {
        return false;
      }
      left = Duration.between(clock.instant(), moment);
    }
    return !isStopped();
  }
}
