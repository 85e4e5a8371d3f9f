package org.dockline.poller.simulator.pour;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How far a pour is, as one line. */
final class PourProgress {

  private static final Duration BETWEEN_LINES = Duration.ofMillis(250);

  private final Instant start;
  private final long stationPolls;
  private Instant lastLine;
  private long polled;
  private long records;

  /**
   * Nothing poured yet.
   *
   * @param stationPolls how many stations all polls together will list
   */
  PourProgress(Instant start, long stationPolls) {
    this.start = start;
    this.lastLine = start;
    this.stationPolls = stationPolls;
  }

  /**
   * One more poll is poured.
   *
   * @param listed its stations
   * @param sent those of them that were worth sending
   * @return a line now and then
   */
  Optional<String> polled(int listed, int sent, Instant now) {
    polled += listed;
    records += sent;
    if (now.isBefore(lastLine.plus(BETWEEN_LINES))) {
      return Optional.empty();
    }
    lastLine = now;
    return Optional.of(text(now));
  }

  long records() {
    return records;
  }

  /** For example {@code poured 42 %, 410,233 records, 31,000/s, 12 s left}. */
  String text(Instant now) {
    double share = stationPolls == 0 ? 1 : Math.min(1.0, (double) polled / stationPolls);
    double seconds = Math.max(0.001, Duration.between(start, now).toMillis() / 1_000.0);
    return String.format(
        Locale.ROOT,
        "poured %.0f %%, %,d records, %,.0f/s, %.0f s left",
        100 * share,
        records,
        records / seconds,
        share == 0 ? 0 : Math.ceil(seconds / share - seconds));
  }
}
