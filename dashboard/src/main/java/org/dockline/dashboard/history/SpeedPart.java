package org.dockline.dashboard.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.dockline.dashboard.history.StationHistory.Part;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.FlowCalculator;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationFlows;
import org.dockline.station.flow.StationTimeline;
import org.jspecify.annotations.Nullable;

/**
 * The part of a history that recent observations answer, with all it was computed from, so that it
 * can go on when another observation comes.
 *
 * @param zone the station's zone
 * @param from inclusive; the boundary, or an edge of the step
 * @param seed the state at {@code from}
 * @param observations in order; earlier ones are passed over
 * @param flows the outcome; null when nothing was asked of this side
 */
public record SpeedPart(
    ZoneId zone,
    Instant from,
    StationClose seed,
    List<StationObservation> observations,
    @Nullable StationFlows flows) {

  /** Copies the list. */
  public SpeedPart {
    observations = List.copyOf(observations);
  }

  /** Computes [from, to); empty when {@code to} is not after {@code from}. */
  static SpeedPart of(
      StationKey key,
      ZoneId zone,
      Instant from,
      Instant to,
      Step step,
      StationClose seed,
      List<StationObservation> observations) {
    if (!from.isBefore(to)) {
      return new SpeedPart(zone, from, seed, observations, null);
    }
    return new SpeedPart(
        zone,
        from,
        seed,
        observations,
        FlowCalculator.between(key, step.edges(zone, from, to), seed, observations));
  }

  /** Its steps and what was known when. */
  public Part part() {
    return flows == null ? Part.EMPTY : new Part(flows.flows(), flows.timeline().segments());
  }

  /** The state at {@code to}, having gone on from {@code seed} at {@code from}. */
  static StationClose closeAt(
      Instant from, Instant to, StationClose seed, List<StationObservation> observations) {
    return StationTimeline.of(from, to, seed, observations).close();
  }
}
