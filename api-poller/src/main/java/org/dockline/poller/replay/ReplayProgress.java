package org.dockline.poller.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How far a replay is, as one line with a bar and an estimate. */
final class ReplayProgress {

  private static final Duration BETWEEN_LINES = Duration.ofMillis(250);
  private static final int WIDTH = 30;

  private final Instant start;
  private final int firstLine;
  private final int lines;
  private Instant lastLine;

  /**
   * At the beginning.
   *
   * @param firstLine where it begins
   * @param lines how many there are
   */
  ReplayProgress(Instant start, int firstLine, int lines) {
    this.start = start;
    this.lastLine = start;
    this.firstLine = firstLine;
    this.lines = lines;
  }

  /** A line now and then. */
  Optional<String> at(int line, long records, Instant now) {
    if (now.isBefore(lastLine.plus(BETWEEN_LINES))) {
      return Optional.empty();
    }
    lastLine = now;
    return Optional.of(text(line, records, now));
  }

  /** For example {@code [=====> ] 42 %, 410,233 observations, 31,000/s, 12 s left}. */
  String text(int line, long records, Instant now) {
    double share = lines == 0 ? 1 : Math.min(1.0, (double) line / lines);
    double seconds = Math.max(0.001, Duration.between(start, now).toMillis() / 1_000.0);
    double done = Math.max(0, line - firstLine);
    double left = done == 0 ? 0 : seconds / done * Math.max(0, lines - line);
    int filled = (int) Math.round(share * WIDTH);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %%, %,d observations, %,.0f/s, %s left",
        "=".repeat(filled),
        " ".repeat(WIDTH - filled),
        100 * share,
        records,
        records / seconds,
        time(left));
  }

  private static String time(double seconds) {
    Duration left = Duration.ofSeconds((long) Math.ceil(seconds));
    return left.toHours() > 0
        ? "%d h %02d min".formatted(left.toHours(), left.toMinutesPart())
        : left.toMinutes() > 0
            ? "%d min %02d s".formatted(left.toMinutes(), left.toSecondsPart())
            : left.toSeconds() + " s";
  }
}
