package org.dockline.endtoend;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what must become true. */
public final class Conditions {

  private static final Duration STEP = Duration.ofMillis(100);

  private Conditions() {}

  /** Looks every 100 ms; fails with {@code details} when the time is over. */
  public static void await(
      String what, Duration timeout, BooleanSupplier condition, Supplier<String> details) {
    long end = System.nanoTime() + timeout.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "Not within " + timeout.toSeconds() + " s: " + what + "\n" + details.get());
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
