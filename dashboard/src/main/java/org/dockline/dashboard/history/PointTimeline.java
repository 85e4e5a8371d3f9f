package org.dockline.dashboard.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dockline.station.Availability.Reason;
import org.dockline.station.Availability.Unknown;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationTimeline.Segment;
import org.dockline.station.flow.TimedObservation;
import org.jspecify.annotations.Nullable;

/**
 * What was known when, from what the warehouse keeps: the observations that changed something, and
 * the hours. Points alone can't tell a quiet station from a silent one, because repetitions are not
 * kept. The hours can: they say exactly how much of each was known. So each hour gets exactly its
 * silent time, placed by {@link Silence}.
 */
final class PointTimeline {

  private PointTimeline() {}

  /**
   * Segments that fill [from, to).
   *
   * @param before the last observation before the first day; null when there is none
   * @param points in time order
   * @param hours that fill [from, to)
   */
  static List<Segment> segments(
      Instant from,
      Instant to,
      @Nullable TimedObservation before,
      List<TimedObservation> points,
      List<Flows> hours) {
    List<Segment> held = held(from, to, before, points);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < hours.size(); i++) {
      Flows hour = hours.get(i);
      boolean comesSilent = !segments.isEmpty() && segments.getLast().source() == null;
      boolean goesSilent = i + 1 < hours.size() && isSilent(hours.get(i + 1));
      Silence silence = silence(hour, comesSilent, goesSilent, points);
      segments.addAll(silence.cut(clip(held, hour.start(), hour.end()), hour));
    }
    return merge(segments);
  }

  private static Silence silence(
      Flows hour, boolean comes, boolean goes, List<TimedObservation> points) {
    if (comes) {
      return new Silence(hour.start(), true);
    }
    return new Silence(goes ? hour.end() : endOfLongestPause(hour, points), false);
  }

  private static boolean isSilent(Flows hour) {
    return hour.known().isZero() && hour.closed().isZero();
  }

  private static Instant endOfLongestPause(Flows hour, List<TimedObservation> points) {
    Instant end = hour.end();
    Duration longest = Duration.ZERO;
    Instant before = hour.start();
    for (TimedObservation point : points) {
      Instant at = point.observedAt();
      if (at.isBefore(hour.end())) {
        Duration pause = Duration.between(before, at);
        if (at.isAfter(hour.start()) && pause.compareTo(longest) > 0) {
          longest = pause;
          end = at;
        }
        before = at;
      }
    }
    return end;
  }

  /** Each point holds until the next. */
  private static List<Segment> held(
      Instant from, Instant to, @Nullable TimedObservation before, List<TimedObservation> points) {
    List<Segment> held = new ArrayList<>();
    TimedObservation last = before;
    Instant filled = from;
    for (TimedObservation point : points) {
      if (point.observedAt().isAfter(filled)) {
        held.add(segment(filled, point.observedAt(), last));
        filled = point.observedAt();
      }
      last = point;
    }
    if (filled.isBefore(to)) {
      held.add(segment(filled, to, last));
    }
    return held;
  }

  private static Segment segment(Instant from, Instant to, @Nullable TimedObservation by) {
    return by == null
        ? new Segment(from, to, new Unknown(Reason.NEVER_REPORTED), null)
        : new Segment(from, to, by.availability(), by);
  }

  /** What of the segments lies in [from, to). */
  static List<Segment> clip(List<Segment> segments, Instant from, Instant to) {
    List<Segment> clipped = new ArrayList<>();
    for (Segment s : segments) {
      Instant start = s.from().isBefore(from) ? from : s.from();
      Instant end = s.to().isAfter(to) ? to : s.to();
      if (start.isBefore(end)) {
        clipped.add(new Segment(start, end, s.availability(), s.source()));
      }
    }
    return clipped;
  }

  private static List<Segment> merge(List<Segment> segments) {
    List<Segment> merged = new ArrayList<>();
    for (Segment s : segments) {
      Segment last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && same(last, s)) {
        merged.removeLast();
        merged.add(new Segment(last.from(), s.to(), s.availability(), s.source()));
      } else {
        merged.add(s);
      }
    }
    return merged;
  }

  private static boolean same(Segment a, Segment b) {
    return a.availability().equals(b.availability()) && Objects.equals(a.source(), b.source());
  }
}
