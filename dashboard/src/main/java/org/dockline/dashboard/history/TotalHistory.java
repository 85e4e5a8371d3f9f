package org.dockline.dashboard.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
   * The contracts of a country together. Days are added up by local date, each contract's own, as
   * the warehouse's view of countries does; finer steps by their start.
   *
   * @param contracts each with its zone, all asked for at the same step
   */
  public static TotalHistory ofCountry(Step step, Map<TotalHistory, ZoneId> contracts) {
    Map<Object, FlowTotals> sums = new TreeMap<>();
    TotalHistory joined = new TotalHistory(step, List.of(), null, null, null, null, false);
    boolean first = true;
    for (Map.Entry<TotalHistory, ZoneId> entry : contracts.entrySet()) {
      for (FlowTotals t : entry.getKey().totals()) {
        Object key =
            step == Step.DAY ? t.start().atZone(entry.getValue()).toLocalDate() : t.start();
        sums.merge(key, t, FlowTotals::with);
      }
      joined = first ? entry.getKey() : joined.marksWith(entry.getKey());
      first = false;
    }
    return joined.withTotals(new ArrayList<>(sums.values()));
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
