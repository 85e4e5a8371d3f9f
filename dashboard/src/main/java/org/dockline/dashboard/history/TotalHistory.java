package org.dockline.dashboard.history;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dockline.station.flow.FlowTotals;
import org.jspecify.annotations.Nullable;

/**
 * All stations of a contract, or of a country, between two instants, joined from warehouse and
 * recent observations.
 *
 * @param totals the figures of each step, in order, adjoining
 * @param boundary up to when the warehouse answered; of several contracts the earliest; null when
 *     it did not answer
 * @param warehouseProblem why the warehouse did not answer, so that this is only part of what there
 *     is; null when it did
 * @param recentProblem why recent observations could not be read; null when they could
 * @param recentAsOf when the stream last wrote; null when it never did or was not asked
 * @param stale the stream had not written for long when this was asked
 */
public record TotalHistory(
    Step step,
    List<FlowTotals> totals,
    @Nullable Instant boundary,
    @Nullable String warehouseProblem,
    @Nullable String recentProblem,
    @Nullable Instant recentAsOf,
    boolean stale) {

  /** Copies the list. */
  public TotalHistory {
    totals = List.copyOf(totals);
  }

  /** Whether something that should be in it is not. */
  public boolean partial() {
    return warehouseProblem != null || recentProblem != null;
  }

  /**
   * One contract of a country.
   *
   * @param zone the contract's
   */
  public record OfContract(TotalHistory history, ZoneId zone) {

    /** By what its steps are added to those of others. */
    private LocalDateTime begin(FlowTotals step) {
      return history.step() == Step.DAY
          ? step.start().atZone(zone).toLocalDate().atStartOfDay()
          : LocalDateTime.ofInstant(step.start(), ZoneOffset.UTC);
    }
  }

  /**
   * The contracts of a country together. Days are added up by local date, each contract's own, as
   * the warehouse's view of countries does; finer steps by their start.
   *
   * @param contracts at least one, all asked for at the same step
   */
  public static TotalHistory ofCountry(List<OfContract> contracts) {
    SortedMap<LocalDateTime, FlowTotals> sums = new TreeMap<>();
    for (OfContract contract : contracts) {
      for (FlowTotals t : contract.history().totals()) {
        sums.merge(contract.begin(t), t, FlowTotals::with);
      }
    }
    return contracts.stream()
        .map(OfContract::history)
        .reduce(TotalHistory::marksWith)
        .orElseThrow()
        .withTotals(List.copyOf(sums.values()));
  }

  private TotalHistory withTotals(List<FlowTotals> other) {
    return new TotalHistory(
        step, other, boundary, warehouseProblem, recentProblem, recentAsOf, stale);
  }

  private TotalHistory marksWith(TotalHistory o) {
    return new TotalHistory(
        step,
        totals,
        earlier(boundary, o.boundary),
        warehouseProblem == null ? o.warehouseProblem : warehouseProblem,
        recentProblem == null ? o.recentProblem : recentProblem,
        earlier(recentAsOf, o.recentAsOf),
        stale || o.stale);
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return null;
    }
    return a.isBefore(b) ? a : b;
  }
}
