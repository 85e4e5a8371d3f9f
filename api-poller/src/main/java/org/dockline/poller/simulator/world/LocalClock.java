package org.dockline.poller.simulator.world;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** What the clocks of a zone show. */
final class LocalClock {

  private final ZoneRules rules;

  /** The season last asked for: millions of questions in a row fall into the same one. */
  private volatile Season season = new Season(0, 0, 0);

  /** Between two changes of the clocks; {@code from} inclusive, {@code until} exclusive. */
  private record Season(long from, long until, int offset) {}

  LocalClock(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /** Seconds that a local clock has counted since 1970-01-01 00:00. */
  long localSecond(long epochSecond) {
    Season current = season;
    if (epochSecond < current.from() || epochSecond >= current.until()) {
      current = seasonOf(Instant.ofEpochSecond(epochSecond));
      season = current;
    }
    return epochSecond + current.offset();
  }

  private Season seasonOf(Instant instant) {
    ZoneOffsetTransition before = rules.previousTransition(instant.plusSeconds(1));
    ZoneOffsetTransition after = rules.nextTransition(instant);
    return new Season(
        before == null ? Long.MIN_VALUE : before.toEpochSecond(),
        after == null ? Long.MAX_VALUE : after.toEpochSecond(),
        rules.getOffset(instant).getTotalSeconds());
  }
}
