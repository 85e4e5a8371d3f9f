package org.dockline.poller.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dockline.poller.recording.AnswerLine;
import org.dockline.poller.recording.Recording;
import org.dockline.poller.recording.UnreadableLineException;
import org.jspecify.annotations.Nullable;

/**
 * What a recording holds.
 *
 * @param first its earliest poll
 * @param last its latest poll
 * @param lines how many lines it has
 * @param unreadable how many of them are no answer
 */
record ReplaySpan(Instant first, Instant last, int lines, int unreadable) {

  /** What is replayed must not be forgotten before it was loaded. */
  private static final Duration TIME_TO_LOAD = Duration.ofHours(12);

  /**
   * Reads a whole file.
   *
   * @throws IOException when it can't be read, or holds no poll
   */
  static ReplaySpan of(Path file) throws IOException {
    Instant first = null;
    Instant last = null;
    int unreadable = 0;
    try (Recording recording = Recording.open(file)) {
      while (true) {
        try {
          AnswerLine line = recording.next();
          if (line == null) {
            break;
          }
          if (!line.again()) {
            first = earlier(first, line.polledAt());
            last = later(last, line.polledAt());
          }
        } catch (UnreadableLineException e) {
          unreadable++;
        }
      }
      if (first == null || last == null) {
        throw new IOException(file + " holds no poll");
      }
      return new ReplaySpan(first, last, recording.line(), unreadable);
    }
  }

  /** As many days as bring the last poll just before now. */
  int daysUntil(Instant now) {
    return (int) Math.floorDiv(Duration.between(last, now).toSeconds(), 86_400);
  }

  /**
   * Why it can't be replayed with that shift.
   *
   * @param retention how long the topics keep a record, by its own time; null for ever
   * @return empty when it can
   */
  Optional<String> refusal(int shiftDays, @Nullable Duration retention, Instant now) {
    Instant from = first.plus(Duration.ofDays(shiftDays));
    Instant to = last.plus(Duration.ofDays(shiftDays));
    if (to.isAfter(now)) {
      return Optional.of(
          "The last poll would be of %s, which is in the future: Kafka refuses that. Shift by %d days at most."
              .formatted(to, daysUntil(now)));
    }
    if (retention == null || isKept(shiftDays, retention, now)) {
      return Optional.empty();
    }
    boolean autoHelps = isKept(daysUntil(now), retention, now);
    long needed = Duration.between(from, now).plus(TIME_TO_LOAD).toDays() + 1;
    return Optional.of(
        ("The first poll would be of %s, and the topics keep a record for %d days by its time: Kafka"
                + " would delete it within minutes, before it is loaded. %s topics keep records longer from"
                + " now on (--keep %d).")
            .formatted(
                from,
                retention.toDays(),
                autoHelps
                    ? "Play it as if it were of late (--shift auto), or let the"
                    : "It is too long for that, whatever it is shifted by: let the",
                needed));
  }

  private boolean isKept(int shiftDays, Duration retention, Instant now) {
    Instant from = first.plus(Duration.ofDays(shiftDays));
    return !from.isBefore(now.minus(retention).plus(TIME_TO_LOAD));
  }

  private static Instant earlier(@Nullable Instant a, Instant b) {
    return a == null || b.isBefore(a) ? b : a;
  }

  private static Instant later(@Nullable Instant a, Instant b) {
    return a == null || b.isAfter(a) ? b : a;
  }
}
