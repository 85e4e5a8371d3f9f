package org.dockline.poller.simulator;

import java.time.Duration;
import org.dockline.station.settings.Settings;

/** How far the simulated world lies in the past; for the simulator and who polls it alike. */
public final class ClockShift {

  private static final Duration FURTHEST = Duration.ofDays(3_660);

  private ClockShift() {}

  /**
   * Reads it. Never ahead, because Kafka refuses what comes from the future.
   *
   * @return zero or negative
   */
  public static Duration of(Settings settings) {
    return settings.duration(
        "SIMULATOR_CLOCK_SHIFT", Duration.ZERO, FURTHEST.negated(), Duration.ZERO);
  }
}
