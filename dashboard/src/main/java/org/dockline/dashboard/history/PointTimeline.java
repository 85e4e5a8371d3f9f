package org.dockline.dashboard.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dockline.station.Availability;
import org.dockline.station.Availability.Reason;
import org.dockline.station.Availability.Unknown;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationTimeline.Segment;
import org.dockline.station.flow.TimedObservation;
import org.jspecify.annotations.Nullable;

/**
 * What was known when, from what the warehouse keeps: the observations that changed something, and
 * the hours. Points alone can't tell a quiet station from a silent one, because repetitions are not
 * kept. The hours can: they say exactly how much of each was unknown. So each hour gets exactly its
 * unknown time, and {@link Silence} says where in the hour it lay.
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
    Silence silence = new Silence(hours, points);
    for (int i = 0; i < hours.size(); i++) {
      Flows hour = hours.get(i);
      List<Segment> within = clip(held, hour.start(), hour.end());
      Duration lacking = hour.unknown().minus(unknown(within));
      segments.addAll(cut(within, silence.place(i, lacking)));
    }
    return merge(segments);
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

  private static Duration unknown(List<Segment> segments) {
    return segments.stream()
        .filter(s -> s.availability() instanceof Unknown u && u.reason() != Reason.CLOSED)
        .map(s -> Duration.between(s.from(), s.to()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static List<Segment> cut(List<Segment> segments, Silence.@Nullable Span gap) {
    if (gap == null) {
      return segments;
    }
    List<Segment> cut = new ArrayList<>();
    for (Segment s : segments) {
      if (s.from().isBefore(gap.from())) {
        cut.addAll(clip(List.of(s), s.from(), gap.from()));
      }
      for (Segment silent : clip(List.of(s), gap.from(), gap.to())) {
        cut.add(new Segment(silent.from(), silent.to(), new Unknown(Reason.STATION_SILENT), null));
      }
      if (s.to().isAfter(gap.to())) {
        cut.addAll(clip(List.of(s), gap.to(), s.to()));
      }
    }
    return cut;
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
    Availability one = a.availability();
    return one.equals(b.availability()) && Objects.equals(a.source(), b.source());
  }
}
