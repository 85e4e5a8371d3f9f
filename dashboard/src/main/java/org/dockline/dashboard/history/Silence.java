package org.dockline.dashboard.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.TimedObservation;
import org.jspecify.annotations.Nullable;

/**
 * Where in an hour its silent time lay. A silence that goes on into the next hour lies at the end,
 * one that comes from the hour before lies at the start; one inside the hour ended with the point
 * that followed the longest pause.
 */
final class Silence {

  private static final Duration NEGLIGIBLE = Duration.ofSeconds(1);

  /** A time without anything known; half-open. */
  record Span(Instant from, Instant to) {}

  private final List<Flows> hours;
  private final List<TimedObservation> points;
  private @Nullable Instant silentUntil;

  Silence(List<Flows> hours, List<TimedObservation> points) {
    this.hours = hours;
    this.points = points;
  }

  /**
   * Asked for each hour in order.
   *
   * @param length how much of the hour is silent beyond what its points say themselves
   * @return null when next to nothing
   */
  @Nullable Span place(int index, Duration length) {
    Flows hour = hours.get(index);
    Span span = length.compareTo(NEGLIGIBLE) < 0 ? null : find(index, hour, length);
    silentUntil = span == null ? null : span.to();
    return span;
  }

  private Span find(int index, Flows hour, Duration length) {
    Instant longest = hour.end().minus(length);
    if (!longest.isAfter(hour.start())) {
      return new Span(hour.start(), hour.end());
    }
    if (hour.start().equals(silentUntil)) {
      return new Span(hour.start(), hour.start().plus(length));
    }
    Instant end = goesOn(index) ? hour.end() : endOfLongestPause(hour);
    Instant start = end.minus(length);
    return start.isBefore(hour.start())
        ? new Span(hour.start(), hour.start().plus(length))
        : new Span(start, end);
  }

  private boolean goesOn(int index) {
    if (index + 1 == hours.size()) {
      return false;
    }
    Flows next = hours.get(index + 1);
    return next.known().isZero() && next.closed().isZero();
  }

  private Instant endOfLongestPause(Flows hour) {
    Instant end = hour.end();
    Duration longest = Duration.ZERO;
    Instant before = hour.start();
    for (TimedObservation point : points) {
      Instant at = point.observedAt();
      if (at.isBefore(hour.start())) {
        before = at;
      } else if (at.isBefore(hour.end())) {
        Duration pause = Duration.between(before, at);
        if (pause.compareTo(longest) > 0) {
          longest = pause;
          end = at;
        }
        before = at;
      }
    }
    return end;
  }
}
