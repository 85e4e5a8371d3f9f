package org.dockline.dashboard.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.ObservationSequence;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationTimeline.Segment;
import org.jspecify.annotations.Nullable;

/**
 * One station between two instants, joined from warehouse and recent observations.
 *
 * @param key the station
 * @param batch what the warehouse answered; its end is the boundary
 * @param speed what recent observations answered, from the boundary on
 * @param boundary up to when the warehouse answered, which may lie outside the interval; null when
 *     it did not answer
 * @param warehouseProblem why the warehouse did not answer, so that this is only part of what there
 *     is; null when it did
 * @param recentProblem why recent observations could not be read; null when they could
 * @param recentAsOf when the stream last wrote; null when it never did
 * @param stale the stream had not written for long when this was asked
 */
public record StationHistory(
    StationKey key,
    Part batch,
    SpeedPart speed,
    @Nullable Instant boundary,
    @Nullable String warehouseProblem,
    @Nullable String recentProblem,
    @Nullable Instant recentAsOf,
    boolean stale) {

  /**
   * What one side answered.
   *
   * @param hours in order, adjoining
   * @param segments what was known when; they fill the hours' time exactly
   */
  public record Part(List<Flows> hours, List<Segment> segments) {

    /** Nothing was asked of this side. */
    public static final Part EMPTY = new Part(List.of(), List.of());

    /** Copies the lists. */
    public Part {
      hours = List.copyOf(hours);
      segments = List.copyOf(segments);
    }
  }

  /** All hours in order. */
  public List<Flows> hours() {
    List<Flows> all = new ArrayList<>(batch.hours());
    all.addAll(speed.part().hours());
    return all;
  }

  /** What was known when, in order, without gap or overlap. */
  public List<Segment> segments() {
    List<Segment> all = new ArrayList<>(batch.segments());
    all.addAll(speed.part().segments());
    return all;
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
            speed.seed(),
            ObservationSequence.of(observations).observations());
    return new StationHistory(
        key, batch, longer, boundary, warehouseProblem, recentProblem, recentAsOf, false);
  }
}
