package org.dockline.dashboard.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.dockline.dashboard.history.ContractStretch.Start;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.FlowTotals;
import org.dockline.station.flow.StationClose;
import org.dockline.warehouse.Insights;
import org.dockline.warehouse.Insights.ContractMonth;
import org.dockline.warehouse.Insights.StationSum;
import org.dockline.warehouse.LoadMark;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;
import org.jspecify.annotations.Nullable;

/**
 * What pages tell of stations and contracts in the long run. Heavy questions to the warehouse are
 * asked once for each load; what can't be had is marked, never an exception. Safe for use by
 * several threads.
 */
public final class ServedInsights {

  private static final int KEPT_STATIONS = 400;
  private static final int KEPT_REPORTS = 60;

  private final @Nullable Supplier<Warehouse> warehouse;
  private final Supplier<Insights> insights;
  private final ServedHistory history;
  private final RecentObservations recent;
  private final LoadedCache<StationKey, StationInsight> stations = new LoadedCache<>(KEPT_STATIONS);
  private final LoadedCache<Asked, ContractReport> reports = new LoadedCache<>(KEPT_REPORTS);

  /** What a report is about. */
  private record Asked(String contract, ZoneId zone, Instant from, Instant to) {}

  /** What the warehouse gives to a report. */
  private record Loaded(
      List<StationSum> sums, List<ContractMonth> months, Map<StationKey, StationClose> seeds) {

    static final Loaded NOTHING = new Loaded(List.of(), List.of(), Map.of());
  }

  /**
   * Joins these.
   *
   * @param warehouse null when none is configured
   * @param insights asked only when the warehouse answers
   */
  public ServedInsights(
      @Nullable Supplier<Warehouse> warehouse,
      Supplier<Insights> insights,
      ServedHistory history,
      RecentObservations recent) {
    this.warehouse = warehouse;
    this.insights = insights;
    this.history = history;
    this.recent = recent;
  }

  /** When the contract was last loaded; empty when the warehouse does not answer. */
  public Optional<LoadMark> mark(String contract) {
    if (warehouse == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(warehouse.get().loadMark(contract));
    } catch (WarehouseException e) {
      return Optional.empty();
    }
  }

  /** What is known of a station in the long run. */
  public StationInsight ofStation(StationKey key) {
    return kept(stations, key, key.contract(), () -> readStation(key), i -> i.problem() == null);
  }

  /**
   * A contract from {@code from} to {@code to}, and by month.
   *
   * @param from inclusive; the start of a local hour
   * @param to exclusive; of a time that is not over, better a round one, for it is part of what
   *     answers are kept by
   * @param counted whether a station counts: tests and ghosts do not
   */
  public ContractReport ofContract(
      String contract, ZoneId zone, Instant from, Instant to, Predicate<StationKey> counted) {
    Asked asked = new Asked(contract, zone, from, to);
    return kept(
        reports,
        asked,
        contract,
        () -> readContract(asked, counted),
        r -> !r.joined().partial() && !r.hours().partial());
  }

  private <K, V> V kept(
      LoadedCache<K, V> cache, K question, String contract, Supplier<V> read, Predicate<V> whole) {
    Optional<LoadMark> mark = mark(contract);
    Optional<V> known = mark.flatMap(now -> cache.find(question, now));
    if (known.isPresent()) {
      return known.get();
    }
    V answer = read.get();
    if (whole.test(answer)) {
      mark.ifPresent(now -> cache.keep(question, now, answer));
    }
    return answer;
  }

  private StationInsight readStation(StationKey key) {
    StationInsight nothing = new StationInsight(List.of(), List.of(), null, null);
    StableRead.Outcome<StationInsight> read =
        StableRead.ask(
            warehouse,
            key.contract(),
            (open, boundary) ->
                new StationInsight(
                    insights.get().listTypicalDay(key),
                    insights.get().listStationMonths(key),
                    boundary,
                    null),
            nothing);
    return new StationInsight(
        read.answer().typical(), read.answer().months(), read.boundary(), read.problem());
  }

  private ContractReport readContract(Asked asked, Predicate<StationKey> counted) {
    StableRead.Outcome<Loaded> read =
        StableRead.ask(
            warehouse,
            asked.contract(),
            (open, boundary) -> load(open, boundary, asked),
            Loaded.NOTHING);
    Instant boundary = read.boundary();
    Instant stateAt = boundary == null ? asked.from().minus(ServedHistory.RUN_UP) : boundary;
    ContractStretch stretch =
        ContractStretch.read(
            recent,
            asked.contract(),
            new Start(stateAt, read.answer().seeds()),
            stateAt.isAfter(asked.from()) ? stateAt : asked.from(),
            asked.to(),
            counted);
    return new ContractReport(
        history.ofContract(
            asked.contract(), asked.zone(), asked.from(), asked.to(), Step.HOUR, counted),
        together(read.answer().sums(), stretch),
        read.answer().months(),
        stretch.joined(read, asked.to()));
  }

  private Loaded load(Warehouse open, Instant boundary, Asked asked) {
    String contract = asked.contract();
    Instant end = boundary.isBefore(asked.to()) ? boundary : asked.to();
    return new Loaded(
        asked.from().isBefore(end)
            ? insights.get().listStationSums(contract, asked.from(), end)
            : List.of(),
        insights.get().listContractMonths(contract),
        boundary.isBefore(asked.to())
            ? open.closes(
                contract, ContractDay.of(contract, boundary, asked.zone()).previous().date())
            : Map.of());
  }

  private static List<StationSum> together(List<StationSum> loaded, ContractStretch stretch) {
    Map<StationKey, StationSum> sums = new TreeMap<>();
    loaded.forEach(sum -> sums.put(sum.key(), sum));
    stretch
        .stations()
        .forEach(
            (key, flows) ->
                sums.merge(
                    key,
                    new StationSum(
                        key, nameOf(stretch, key), FlowTotals.of(flows.flows().getFirst())),
                    (before, later) ->
                        new StationSum(key, before.name(), before.totals().then(later.totals()))));
    return new ArrayList<>(sums.values());
  }

  private static @Nullable String nameOf(ContractStretch stretch, StationKey key) {
    if (stretch.found() == null) {
      return null;
    }
    List<StationObservation> own = stretch.found().stations().getOrDefault(key, List.of());
    return own.isEmpty() ? null : own.getLast().place().name();
  }
}
