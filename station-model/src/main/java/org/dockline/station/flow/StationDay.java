package org.dockline.station.flow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.dockline.station.ContractDay;
import org.dockline.station.ObservationSequence;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationVersion;

/**
 * Everything the warehouse keeps of one station and one local day.
 *
 * @param day the day
 * @param flows its hours, episodes and close
 * @param changes the observations that say something else than the one before them, that follow a
 *     silence, or that open the day, each with how long it held
 * @param versions what the station was, for the dimension
 * @param observations how many distinct observations fell into the day
 * @param duplicates how many deliveries, polled in the day, of an identity beyond the first were
 *     dropped
 */
public record StationDay(
    ContractDay day,
    StationFlows flows,
    List<HeldObservation> changes,
    List<StationVersion> versions,
    int observations,
    int duplicates) {

  /**
   * Computes the day.
   *
   * @param seed the close of the day before; {@link StationClose#NOTHING} when there is none
   * @param unordered observations of this station, at least all that were polled in [{@link
   *     ContractDay#polledFrom}, {@link ContractDay#settledAt}); in any order, repeated or not,
   *     more do no harm
   */
  public static StationDay of(
      StationKey key,
      ContractDay day,
      StationClose seed,
      Collection<StationObservation> unordered) {
    Instant from = day.polledFrom();
    Instant to = day.settledAt();
    ObservationSequence sequence =
        ObservationSequence.of(
            unordered.stream().filter(o -> isIn(from, o.polledAt(), to)).toList());
    StationFlows flows = FlowCalculator.day(key, day, seed, sequence.observations());
    Instant start = day.start();
    Instant end = day.end();
    List<TimedObservation> accepted =
        flows.timeline().accepted().stream().filter(o -> isIn(start, o.observedAt(), end)).toList();
    return new StationDay(
        day,
        flows,
        HeldObservation.runs(accepted),
        StationVersion.of(accepted.stream().map(TimedObservation::observation).toList()),
        accepted.size(),
        polledIn(start, end, unordered) - polledIn(start, end, sequence.observations()));
  }

  /** The edges of a day are asked for once, because a zone's rules are behind them. */
  private static boolean isIn(Instant from, Instant time, Instant to) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  private static int polledIn(
      Instant start, Instant end, Collection<StationObservation> observations) {
    return Math.toIntExact(
        observations.stream().filter(o -> isIn(start, o.polledAt(), end)).count());
  }
}
