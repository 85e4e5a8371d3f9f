package org.dockline.dashboard.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dockline.station.ObservationSequence;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationTimeline.Segment;
import org.dockline.station.flow.TimedObservation;
import org.jspecify.annotations.Nullable;

/**
 * One station between two instants, joined from warehouse and recent observations.
 *
 * @param key the station
 * @param step how finely it is told
 * @param batch what the warehouse answered; its end is the boundary
 * @param speed what recent observations answered, from the boundary on
 * @param boundary up to when the warehouse answered, which may lie outside the interval; null when
 *     it did not answer
 * @param coarseBefore before this the warehouse keeps hours only, and hours are told; null when
 *     nothing finer is lacking
 * @param warehouseProblem why the warehouse did not answer, so that this is only part of what there
 *     is; null when it did
 * @param recentProblem why recent observations could not be read; null when they could
 * @param recentAsOf when the stream last wrote; null when it never did
 * @param stale the stream had not written for long when this was asked
 */
public record StationHistory(
    StationKey key,
    Step step,
    Part batch,
    SpeedPart speed,
    @Nullable Instant boundary,
    @Nullable Instant coarseBefore,
    @Nullable String warehouseProblem,
    @Nullable String recentProblem,
    @Nullable Instant recentAsOf,
    boolean stale) {

  /**
   * What one side answered.
   *
   * @param flows the figures of each step, in order, adjoining
   * @param segments what was known when; they fill the steps' time exactly, but for that of which
   *     hours only are kept
   */
  public record Part(List<Flows> flows, List<Segment> segments) {

    /** Nothing was asked of this side. */
    public static final Part EMPTY = new Part(List.of(), List.of());

    /** Copies the lists. */
    public Part {
      flows = List.copyOf(flows);
      segments = List.copyOf(segments);
    }
  }

  /** The figures of all steps in order. */
  public List<Flows> flows() {
    List<Flows> all = new ArrayList<>(batch.flows());
    all.addAll(speed.part().flows());
    return all;
  }

  /** What was known when, in order, without gap or overlap; neighbours differ. */
  public List<Segment> segments() {
    List<Segment> merged = new ArrayList<>();
    batch.segments().forEach(s -> add(merged, s));
    speed.part().segments().forEach(s -> add(merged, s));
    return merged;
  }

  private static void add(List<Segment> merged, Segment s) {
    Segment last = merged.isEmpty() ? null : merged.getLast();
    if (last != null && last.to().equals(s.from()) && sayTheSame(last, s)) {
      merged.removeLast();
      merged.add(new Segment(last.from(), s.to(), s.availability(), last.source()));
    } else {
      merged.add(s);
    }
  }

  private static boolean sayTheSame(Segment a, Segment b) {
    return a.availability().equals(b.availability()) && sayTheSame(a.source(), b.source());
  }

  private static boolean sayTheSame(@Nullable TimedObservation a, @Nullable TimedObservation b) {
    if (a == null || b == null) {
      return Objects.equals(a, b);
    }
    StationObservation x = a.observation();
    StationObservation y = b.observation();
    return x.counts().equals(y.counts()) && x.status() == y.status() && x.source() == y.source();
  }

  /** Whether the station is known to have been there, then or before. */
  public boolean everSeen() {
    return flows().stream().anyMatch(f -> f.openingBikes() != null || f.capacity() != null)
        || batch.segments().stream().anyMatch(s -> s.source() != null)
        || speed.part().segments().stream().anyMatch(s -> s.source() != null);
  }

  /** Whether something that should be in it is not. */
  public boolean partial() {
    return warehouseProblem != null || recentProblem != null;
  }

  /**
   * The same history, gone on until {@code to}.
   *
   * @param newer further observations of this station; such as are in it already do no harm
   */
  public StationHistory goneOn(List<StationObservation> newer, Instant to) {
    List<StationObservation> observations = new ArrayList<>(speed.observations());
    observations.addAll(newer);
    SpeedPart longer =
        SpeedPart.of(
            key,
            speed.zone(),
            speed.from(),
            to,
            step,
            speed.seed(),
            ObservationSequence.of(observations).observations());
    return new StationHistory(
        key,
        step,
        batch,
        longer,
        boundary,
        coarseBefore,
        warehouseProblem,
        recentProblem,
        recentAsOf,
        false);
  }
}
