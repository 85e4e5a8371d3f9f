package org.dockline.station.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dockline.station.Availability;
import org.dockline.station.Availability.Known;
import org.dockline.station.ObservationTime;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/**
 * One station over one interval: what was known when, and each known count with the change that led
 * to it. Segments lie in order without gap or overlap and fill the interval exactly.
 *
 * @param segments never of zero length
 * @param samples in order
 * @param accepted the observations that were taken, in order; those before the start (of a first
 *     day without a seed) among them
 * @param opening the state at the interval's start: the seed, or what observations from before the
 *     start made of it
 * @param close the state at the interval's end
 * @param staleCopies answers polled in the interval that were older than an earlier one, and so
 *     ignored
 */
public record StationTimeline(
    List<Segment> segments,
    List<Sample> samples,
    List<TimedObservation> accepted,
    StationClose opening,
    StationClose close,
    int staleCopies) {

  /** A jump of at least this many bikes may be a van. */
  static final int REBALANCING_JUMP = 5;

  /** … when the two observations are at most this far apart. */
  static final Duration REBALANCING_WITHIN = Duration.ofMinutes(5);

  /**
   * A time in which one thing holds.
   *
   * @param from inclusive
   * @param to exclusive
   * @param availability what is known, or why nothing is
   * @param source the observation that vouches; null where none does
   */
  public record Segment(
      Instant from, Instant to, Availability availability, @Nullable TimedObservation source) {}

  /**
   * A known count.
   *
   * @param at when it was observed
   * @param bikes the count
   * @param change bikes more (or, negative, fewer) than the known count before; 0 for the first
   * @param observed whether the change was seen between two consecutive observations of one source
   *     with no unknown time between them
   * @param suspectedRebalancing see domain terms; implies {@code observed}
   */
  public record Sample(
      Instant at, int bikes, int change, boolean observed, boolean suspectedRebalancing) {}

  /**
   * Computes the timeline.
   *
   * @param start inclusive
   * @param end exclusive
   * @param seed the state at {@code start}, as the interval before left it
   * @param observations of one station in {@link StationObservation#ORDER}, each identity once;
   *     earlier ones than the seed's and later ones than the interval's are passed over
   */
  public static StationTimeline of(
      Instant start, Instant end, StationClose seed, List<StationObservation> observations) {
    Builder builder = new Builder(start, end, seed);
    for (StationObservation o : observations) {
      if (!builder.take(o)) {
        break;
      }
    }
    return builder.finish();
  }

  /**
   * Computes the timeline from runs. It is the same as from each observation in them, but for the
   * times of polling in {@link #close}, which are those of the runs' first.
   *
   * @param runs of one station, in order; later ones than the interval's are passed over
   */
  public static StationTimeline ofRuns(
      Instant start, Instant end, StationClose seed, List<HeldObservation> runs) {
    Builder builder = new Builder(start, end, seed);
    for (HeldObservation run : runs) {
      if (run.first().observedAt().isBefore(end)) {
        builder.accept(run);
      }
    }
    return builder.finish();
  }

  private static final class Builder {
    private final Instant start;
    private final Instant end;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final List<TimedObservation> accepted = new ArrayList<>();
    private Instant filledTo;
    private @Nullable HeldObservation last;
    private @Nullable TimedObservation lastKnown;
    private @Nullable Instant newestReport;
    private @Nullable StationClose opening;
    private int staleCopies;

    Builder(Instant start, Instant end, StationClose seed) {
      this.start = start;
      this.end = end;
      this.filledTo = start;
      this.last = seed.last() == null ? null : HeldObservation.of(seed.last());
      this.lastKnown = seed.lastKnown();
      this.newestReport = seed.newestReport();
    }

    /** Returns false when this and so every later observation lies beyond the interval. */
    boolean take(StationObservation o) {
      if (last != null && StationObservation.ORDER.compare(o, last.first().observation()) <= 0) {
        return true;
      }
      Instant report = ObservationTime.comparableReport(o);
      if (report != null && newestReport != null && report.isBefore(newestReport)) {
        boolean polledHere = !o.polledAt().isBefore(start) && o.polledAt().isBefore(end);
        staleCopies += polledHere ? 1 : 0;
        return true;
      }
      TimedObservation next = new TimedObservation(o, notBeforeLast(o.observedAt()));
      if (!next.observedAt().isBefore(end)) {
        return false;
      }
      accept(HeldObservation.of(next));
      newestReport = report == null ? newestReport : report;
      return true;
    }

    StationTimeline finish() {
      fillTo(end);
      return new StationTimeline(
          List.copyOf(segments),
          List.copyOf(samples),
          List.copyOf(accepted),
          opening == null ? state() : opening,
          state(),
          staleCopies);
    }

    private StationClose state() {
      return new StationClose(last == null ? null : last.first(), lastKnown, newestReport);
    }

    private Instant notBeforeLast(Instant observedAt) {
      return last != null && observedAt.isBefore(last.lastObservedAt())
          ? last.lastObservedAt()
          : observedAt;
    }

    void accept(HeldObservation run) {
      TimedObservation next = run.first();
      if (opening == null && !next.observedAt().isBefore(start)) {
        opening = state();
      }
      fillTo(next.observedAt());
      Integer bikes = next.knownBikes();
      if (bikes != null) {
        if (!next.observedAt().isBefore(start)) {
          samples.add(sample(next, bikes));
        }
        lastKnown = next;
      }
      last = run;
      accepted.add(next);
    }

    private Sample sample(TimedObservation next, int bikes) {
      Integer before = state().knownBikes();
      int change = before == null ? 0 : bikes - before;
      boolean observed =
          last != null
              && last.first().equals(lastKnown)
              && last.first().observation().source() == next.observation().source()
              && !next.observedAt().isAfter(last.vouchesUntil());
      boolean rebalancing =
          observed
              && last != null
              && Math.abs(change) >= REBALANCING_JUMP
              && Duration.between(last.lastObservedAt(), next.observedAt())
                      .compareTo(REBALANCING_WITHIN)
                  <= 0;
      return new Sample(next.observedAt(), bikes, change, observed, rebalancing);
    }

    private void fillTo(Instant to) {
      if (last != null) {
        Instant vouched = last.vouchesUntil();
        TimedObservation by = last.first();
        segment(vouched.isBefore(to) ? vouched : to, by.availability(), by);
        segment(to, new Availability.Unknown(Availability.Reason.STATION_SILENT), null);
      } else {
        segment(to, new Availability.Unknown(Availability.Reason.NEVER_REPORTED), null);
      }
    }

    private void segment(Instant to, Availability availability, @Nullable TimedObservation by) {
      if (filledTo.isBefore(to)) {
        segments.add(new Segment(filledTo, to, availability, by));
        filledTo = to;
      }
    }
  }

  /** Whether a segment is known time with that property. */
  static boolean known(Segment segment, Predicate<Known> property) {
    return segment.availability() instanceof Known known && property.test(known);
  }
}
