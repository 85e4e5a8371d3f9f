package org.dockline.dashboard.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.dockline.dashboard.history.RecentObservations.FoundContract;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.FlowCalculator;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationFlows;
import org.jspecify.annotations.Nullable;

/**
 * What recent observations tell of each station of a contract over [from, to), going on from the
 * state that the warehouse kept at the boundary.
 *
 * @param stations by station; those that nothing was ever heard of are not among them
 * @param found what it was computed from; null when nothing was asked of this side
 */
record ContractStretch(Map<StationKey, StationFlows> stations, @Nullable FoundContract found) {

  /** Where the state is known that recent observations go on from. */
  record Start(Instant at, Map<StationKey, StationClose> seeds) {}

  static ContractStretch read(
      RecentObservations recent,
      String contract,
      Start start,
      Instant from,
      Instant to,
      Predicate<StationKey> counted) {
    if (!from.isBefore(to)) {
      return new ContractStretch(Map.of(), null);
    }
    FoundContract found =
        recent.findContract(
            contract, start.at().minus(ServedHistory.RUN_UP), to.plus(ContractDay.SETTLES));
    Set<StationKey> keys = new TreeSet<>(found.stations().keySet());
    keys.addAll(start.seeds().keySet());
    Map<StationKey, StationFlows> stations = new TreeMap<>();
    for (StationKey key : keys) {
      StationClose seed = start.seeds().getOrDefault(key, StationClose.NOTHING);
      List<StationObservation> own = found.stations().getOrDefault(key, List.of());
      if (counted.test(key) && (seed.rememberedAt(from) || !own.isEmpty())) {
        StationClose state =
            start.at().isBefore(from) ? SpeedPart.closeAt(start.at(), from, seed, own) : seed;
        stations.put(key, FlowCalculator.between(key, List.of(from, to), state, own));
      }
    }
    return new ContractStretch(stations, found);
  }

  /** How the answer came about. */
  Joined joined(StableRead.Outcome<?> read, Instant to) {
    return found == null
        ? new Joined(read.boundary(), read.problem(), null, null, false)
        : new Joined(
            read.boundary(),
            read.problem(),
            found.problem(),
            found.asOf(),
            ServedHistory.stale(found.asOf(), to));
  }
}
