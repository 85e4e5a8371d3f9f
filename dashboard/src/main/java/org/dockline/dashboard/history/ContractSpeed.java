package org.dockline.dashboard.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dockline.dashboard.history.RecentObservations.FoundContract;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.FlowCalculator;
import org.dockline.station.flow.FlowTotals;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationTimeline;

/**
 * What recent observations answer of a contract. Day by day, as the batch will: a station counts on
 * a day when it was observed on it, or is still remembered from before.
 */
final class ContractSpeed {

  private final ContractQuestion question;
  private final Map<StationKey, List<StationObservation>> observations;
  private final Map<StationKey, StationClose> states;

  private ContractSpeed(
      ContractQuestion question,
      Map<StationKey, List<StationObservation>> observations,
      Map<StationKey, StationClose> seeds) {
    this.question = question;
    this.observations = observations;
    this.states = new HashMap<>(seeds);
  }

  static TotalHistory join(
      RecentObservations recent,
      ContractQuestion question,
      StableRead.Outcome<ContractBatch> read) {
    Instant boundary = read.boundary();
    Instant stateAt = boundary == null ? question.from().minus(ServedHistory.RUN_UP) : boundary;
    List<FlowTotals> totals = new ArrayList<>(read.answer().totals());
    if (!stateAt.isBefore(question.to())) {
      return new TotalHistory(question.step(), totals, boundary, read.problem(), null, null, false);
    }
    FoundContract found =
        recent.findContract(
            question.contract(),
            stateAt.minus(ServedHistory.RUN_UP),
            question.to().plus(ContractDay.SETTLES));
    totals.addAll(
        new ContractSpeed(question, found.stations(), read.answer().seeds()).from(stateAt));
    return new TotalHistory(
        question.step(),
        totals,
        boundary,
        read.problem(),
        found.problem(),
        found.asOf(),
        ServedHistory.stale(found.asOf(), question.to()));
  }

  private List<FlowTotals> from(Instant stateAt) {
    List<FlowTotals> totals = new ArrayList<>();
    Instant from = stateAt;
    for (ContractDay day : question.days(stateAt, question.to())) {
      totals.addAll(day(day, from));
      from = day.end();
    }
    return totals;
  }

  private List<FlowTotals> day(ContractDay day, Instant stateAt) {
    Set<StationKey> stations = new TreeSet<>(observations.keySet());
    stations.addAll(states.keySet());
    stations.removeIf(key -> !question.counted().test(key));
    List<Instant> edges = question.edges(day);
    Totals totals = new Totals();
    totals.open(edges);
    for (StationKey key : stations) {
      StationClose seed = states.getOrDefault(key, StationClose.NOTHING);
      List<StationObservation> own = observations.getOrDefault(key, List.of());
      StationTimeline whole = StationTimeline.of(stateAt, day.end(), seed, own);
      if (!edges.isEmpty() && counts(whole, seed, day)) {
        totals.add(FlowCalculator.between(key, edges, seed, own).flows());
      }
      states.put(key, whole.close());
    }
    return totals.list();
  }

  private static boolean counts(StationTimeline whole, StationClose seed, ContractDay day) {
    return seed.rememberedAt(day.start())
        || whole.accepted().stream().anyMatch(o -> day.contains(o.observedAt()));
  }
}
