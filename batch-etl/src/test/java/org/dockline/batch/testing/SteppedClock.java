package org.dockline.batch.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is set. */
public final class SteppedClock extends Clock {

  private volatile Instant now;

  /** Stands at that moment. */
  public SteppedClock(String now) {
    this.now = Instant.parse(now);
  }

  /** Sets it. */
  public void set(Instant newNow) {
    now = newNow;
  }

  /** See {@link #set(Instant)}. */
  public void set(String newNow) {
    set(Instant.parse(newNow));
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
