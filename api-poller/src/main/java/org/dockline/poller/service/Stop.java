package org.dockline.poller.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells every loop to end, whatever it is waiting for. */
public final class Stop {

  private final CountDownLatch told = new CountDownLatch(1);

  /** From now on every wait ends at once. */
  public void now() {
    told.countDown();
  }

  /** Whether it was told. */
  public boolean isTold() {
    return told.getCount() == 0;
  }

  /** Waits until it is told. */
  void await() throws InterruptedException {
    told.await();
  }

  /**
   * Waits for a moment.
   *
   * @return true when the loop should end, false when the moment has come
   */
  boolean before(Instant moment, InstantSource clock) {
    try {
      Duration left = Duration.between(clock.instant(), moment);
      while (left.isPositive()) {
        // The clock may be set while we wait, so it is asked again.
        if (told.await(Math.min(left.toMillis() + 1, 60_000), TimeUnit.MILLISECONDS)) {
          return true;
        }
        left = Duration.between(clock.instant(), moment);
      }
      return isTold();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
