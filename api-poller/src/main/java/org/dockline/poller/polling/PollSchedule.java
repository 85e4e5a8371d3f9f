package org.dockline.poller.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When to ask. Ticks lie on a fixed grid of the clock, so that polls never drift; one that takes
 * longer than the interval skips ticks, so that polls never pile up. After failures the waits grow,
 * with full jitter, so that many pollers do not come back in step.
 *
 * <p>The grid lies a little before the multiples of the interval: who reads on the multiple finds
 * fresh data.
 */
public final class PollSchedule {

  /** However long the failures last, a poll is tried this often, unless the provider asks more. */
  static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);

  /** The longest that a provider can make us wait. */
  static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private static final Duration HEAD_START = Duration.ofMillis(1500);

  private final long intervalMillis;
  private final long phaseMillis;
  private final RandomGenerator random;

  /**
   * A grid of that width.
   *
   * @param interval at least 1 ms
   * @param random for the jitter
   */
  public PollSchedule(Duration interval, RandomGenerator random) {
    if (interval.toMillis() < 1) {
      throw new IllegalArgumentException("An interval is at least 1 ms, but was: " + interval);
    }
    this.intervalMillis = interval.toMillis();
    this.phaseMillis = intervalMillis - Math.min(HEAD_START.toMillis(), intervalMillis / 4);
    this.random = random;
  }

  /** The first tick after {@code now}. */
  public Instant next(Instant now) {
    long behind = Math.floorMod(now.toEpochMilli() - phaseMillis, intervalMillis);
    return Instant.ofEpochMilli(now.toEpochMilli() - behind + intervalMillis);
  }

  /**
   * The tick at which to try again.
   *
   * @param failures how many in a row, at least 1
   * @param wait what the provider asks for at least; null when it says nothing
   */
  public Instant retry(Instant now, int failures, @Nullable Duration wait) {
    long longest = LONGEST_BACK_OFF.toMillis();
    long bound = intervalMillis;
    for (int i = 1; i < failures && bound < longest; i++) {
      bound *= 2;
    }
    long jitter = random.nextLong(Math.min(bound, Math.max(longest, intervalMillis)) + 1);
    long asked = wait == null ? 0 : Math.min(wait.toMillis(), LONGEST_WAIT.toMillis());
    return next(now.plusMillis(Math.max(asked, jitter)));
  }
}
