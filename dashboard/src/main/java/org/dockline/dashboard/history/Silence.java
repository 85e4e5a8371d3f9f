package org.dockline.dashboard.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.dockline.station.Availability.Known;
import org.dockline.station.Availability.Reason;
import org.dockline.station.Availability.Unknown;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationTimeline.Segment;

/**
 * Takes as much silent time out of an hour's segments as the hour says there was. Where it lay is
 * told by what is around: a silence that comes from the hour before lies at the start, one that
 * goes on into the next at the end, and one inside the hour ended with the point that followed the
 * longest pause.
 *
 * @param anchor where the silence begins, or ends
 * @param forward whether it begins there
 */
record Silence(Instant anchor, boolean forward) {

  /** The same segments, cut so that known and closed time are exactly the hour's. */
  List<Segment> cut(List<Segment> held, Flows hour) {
    List<Segment> known = cut(held, s -> s.availability() instanceof Known, hour.known());
    return cut(known, Silence::isClosed, hour.closed());
  }

  private List<Segment> cut(List<Segment> held, Predicate<Segment> kind, Duration target) {
    Duration excess =
        held.stream()
            .filter(kind)
            .map(Silence::length)
            .reduce(Duration.ZERO, Duration::plus)
            .minus(target);
    List<Segment> order = new ArrayList<>(held);
    order.sort(nearestFirst());
    List<Segment> cut = new ArrayList<>();
    for (Segment s : order) {
      if (kind.test(s) && excess.isPositive()) {
        Duration part = excess.compareTo(length(s)) < 0 ? excess : length(s);
        cut.addAll(silence(s, part));
        excess = excess.minus(part);
      } else {
        cut.add(s);
      }
    }
    cut.sort(Comparator.comparing(Segment::from));
    return cut;
  }

  /** From the anchor in its direction, then around from the hour's other edge. */
  private Comparator<Segment> nearestFirst() {
    return forward
        ? Comparator.comparing((Segment s) -> s.from().isBefore(anchor))
            .thenComparing(Segment::from)
        : Comparator.comparing((Segment s) -> s.to().isAfter(anchor))
            .thenComparing(Comparator.comparing(Segment::to).reversed());
  }

  private List<Segment> silence(Segment s, Duration part) {
    Instant edge = forward ? s.from().plus(part) : s.to().minus(part);
    List<Segment> both = new ArrayList<>();
    both.add(forward ? silent(s.from(), edge) : silent(edge, s.to()));
    if (part.compareTo(length(s)) < 0) {
      both.add(
          forward
              ? new Segment(edge, s.to(), s.availability(), s.source())
              : new Segment(s.from(), edge, s.availability(), s.source()));
    }
    return both;
  }

  private static Segment silent(Instant from, Instant to) {
    return new Segment(from, to, new Unknown(Reason.STATION_SILENT), null);
  }

  private static boolean isClosed(Segment s) {
    return s.availability() instanceof Unknown u && u.reason() == Reason.CLOSED;
  }

  private static Duration length(Segment s) {
    return Duration.between(s.from(), s.to());
  }
}
