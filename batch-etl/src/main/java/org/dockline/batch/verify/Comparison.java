package org.dockline.batch.verify;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dockline.batch.load.LoadRequest;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.Warehouse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares topic, archive, recent files and warehouse, contract-day by contract-day. Each answers
 * for what it still holds: what Kafka has forgotten, what the speed chain has dropped and what is
 * not loaded yet is not held, and not lost.
 */
final class Comparison {

  private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);

  /** Some hundred bytes each. */
  private static final long RECORDS_AT_ONCE = 200_000;

  private final LogView log;
  private final RecentPlace recent;
  private final Map<String, Map<LocalDate, LoadedDay>> loaded;
  private final Map<String, Contract> contracts;
  private final WarehouseCheck check;

  /**
   * Of these places.
   *
   * @param days the loaded days, as they were when the log was looked at
   * @param observationDays see {@link WarehouseCheck}
   */
  Comparison(
      LogView log,
      RecentPlace recent,
      Warehouse warehouse,
      List<LoadedDay> days,
      int observationDays) {
    this.log = log;
    this.recent = recent;
    this.check = new WarehouseCheck(warehouse, log, days, observationDays);
    this.loaded =
        days.stream()
            .collect(
                Collectors.groupingBy(
                    LoadedDay::contract, Collectors.toMap(LoadedDay::date, day -> day)));
    this.contracts =
        warehouse.listContracts().stream().collect(Collectors.toMap(Contract::name, c -> c));
  }

  /** Hands over a verdict of each contract-day that is asked for, in date order. */
  void run(LoadRequest request, Consumer<Verdict> each) {
    TreeMap<LocalDate, Map<ContractDay, Long>> dates = new TreeMap<>();
    all()
        .forEach(
            (day, records) -> {
              if (isAskedFor(request, day)) {
                dates.computeIfAbsent(day.date(), date -> new HashMap<>()).put(day, records);
              }
            });
    dates.forEach(
        (date, days) -> {
          LOG.info("Comparing {} contract-days of {}", days.size(), date);
          date(days).values().stream().sorted((a, b) -> a.day().compareTo(b.day())).forEach(each);
        });
  }

  /** Every day that the log or the warehouse knows, with the records that the log has. */
  private Map<ContractDay, Long> all() {
    Map<ContractDay, Long> all = log.days();
    loaded.forEach(
        (contract, days) ->
            days.keySet()
                .forEach(date -> day(contract, date).ifPresent(day -> all.putIfAbsent(day, 0L))));
    return all;
  }

  private Optional<ContractDay> day(String contract, LocalDate date) {
    return log.contract(contract)
        .map(known -> known.day(date))
        .or(
            () ->
                Optional.ofNullable(contracts.get(contract))
                    .map(known -> new ContractDay(contract, date, known.zone())));
  }

  private static boolean isAskedFor(LoadRequest request, ContractDay day) {
    LoadRequest.Dates dates = request.dates();
    boolean inDates =
        dates == null || (!day.date().isBefore(dates.from()) && !day.date().isAfter(dates.to()));
    return inDates && (request.contract() == null || day.contract().equals(request.contract()));
  }

  private Map<ContractDay, Verdict> date(Map<ContractDay, Long> records) {
    Map<ContractDay, Long> polled = new HashMap<>();
    Map<ContractDay, Map<Place, Holding>> places = new HashMap<>();
    for (Portion portion : Portion.divide(records, RECORDS_AT_ONCE)) {
      for (Evidence of : read(portion).values()) {
        polled.merge(of.day(), of.polled(), Long::sum);
        places.merge(of.day(), of.holdings(), Comparison::together);
        if (check.isCheckable(of.day(), find(of.day()).orElse(null))) {
          check.add(portion, of);
        }
      }
    }
    return records.keySet().stream()
        .collect(
            Collectors.toMap(
                day -> day,
                day ->
                    verdict(
                        day, polled.getOrDefault(day, 0L), places.getOrDefault(day, Map.of()))));
  }

  private Map<String, Evidence> read(Portion portion) {
    Map<String, Evidence> evidence = new HashMap<>();
    portion.days().forEach((contract, day) -> evidence.put(contract, new Evidence(day)));
    log.read(portion, evidence, recent);
    recent.read(portion, evidence);
    return evidence;
  }

  private Verdict verdict(ContractDay day, long polled, Map<Place, Holding> places) {
    Optional<LoadedDay> before = find(day);
    long gone =
        before
            .filter(of -> !log.beginsAfter(day))
            .map(of -> Math.max(0, of.read().records() - log.recordsRead(day)))
            .orElse(0L);
    return new Verdict(day, polled, places, check.state(day, before.orElse(null)), gone);
  }

  private Optional<LoadedDay> find(ContractDay day) {
    return Optional.ofNullable(loaded.getOrDefault(day.contract(), Map.of()).get(day.date()));
  }

  private static Map<Place, Holding> together(Map<Place, Holding> a, Map<Place, Holding> b) {
    Map<Place, Holding> sum = new EnumMap<>(a);
    b.forEach((place, holding) -> sum.merge(place, holding, Holding::and));
    return sum;
  }
}
