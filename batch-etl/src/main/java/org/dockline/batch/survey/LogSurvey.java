package org.dockline.batch.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dockline.station.Contract;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.ContractDay;
import org.dockline.station.ContractLog;
import org.dockline.station.LogGap;
import org.dockline.station.StationKey;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.LoadedDay;
import org.jspecify.annotations.Nullable;

/**
 * Counts a log record by record, in any order: which contracts it holds, when they were polled, how
 * many records belong to which local day, and which of them a loaded day has not seen.
 */
public final class LogSurvey {

  private final ContractCatalogue catalogue;
  private final NewestReports reports;
  private final Map<String, Map<LocalDate, LoadedDay>> loaded;
  private final Map<Integer, Long> end;
  private final Map<String, Optional<ContractCount>> contracts = new HashMap<>();
  private final Map<String, Long> withoutZone = new TreeMap<>();
  private final List<LogGap> gaps = new ArrayList<>();
  private long withoutStation;

  /**
   * Begins to count.
   *
   * @param catalogue the zones that are known beforehand
   * @param reports the newest polls, and the zones that the poller found out
   * @param loaded the days that the warehouse holds
   * @param end the offset after the last record, by partition
   */
  public LogSurvey(
      ContractCatalogue catalogue,
      NewestReports reports,
      Collection<LoadedDay> loaded,
      Map<Integer, Long> end) {
    this(catalogue, reports, loaded, end, false);
  }

  /**
   * Begins to count a log that may be behind its topic.
   *
   * @param behind whether days may have been read beyond the log's end, of the same topic
   */
  public LogSurvey(
      ContractCatalogue catalogue,
      NewestReports reports,
      Collection<LoadedDay> loaded,
      Map<Integer, Long> end,
      boolean behind) {
    this.catalogue = catalogue.and(reports.learned());
    this.reports = reports;
    this.end = Map.copyOf(end);
    this.loaded =
        loaded.stream()
            .map(day -> behind ? day : ofThisTopic(day))
            .collect(
                Collectors.groupingBy(
                    LoadedDay::contract, Collectors.toMap(LoadedDay::date, day -> day)));
  }

  /**
   * Counts a record.
   *
   * @param key the record's key, {@code contract/station_id}
   * @param polledAt the record's timestamp in ms
   */
  public void add(@Nullable String key, int partition, long offset, long polledAt) {
    Optional<StationKey> station = RecordKeys.station(key);
    if (station.isEmpty()) {
      withoutStation++;
      return;
    }
    String contract = station.get().contract();
    Optional<ContractCount> count = count(contract);
    if (count.isPresent()) {
      count.get().add(partition, offset, polledAt);
    } else {
      withoutZone.merge(contract, 1L, Long::sum);
    }
  }

  /**
   * Whether the records of a digest must be counted one by one: some day begins, or was read,
   * between records that the digest does not tell apart.
   */
  public boolean parts(int partition, LogDigest digest) {
    return digest.contracts().entrySet().stream()
        .anyMatch(e -> count(e.getKey()).filter(c -> c.parts(partition, e.getValue())).isPresent());
  }

  /** Counts the records of a digest that need not be parted. */
  public void add(int partition, LogDigest digest) {
    withoutStation += digest.withoutStation();
    digest
        .contracts()
        .forEach(
            (contract, of) ->
                count(contract)
                    .ifPresentOrElse(
                        count -> count.add(partition, of),
                        () -> withoutZone.merge(contract, of.records(), Long::sum)));
  }

  /** The log has lost something. */
  public void add(LogGap gap) {
    gaps.add(gap);
  }

  /** What was found. */
  public SurveyedLog result() {
    Map<String, ContractLog> logs = new HashMap<>();
    Map<ContractDay, DayExtent> extents = new HashMap<>();
    contracts.forEach(
        (contract, found) ->
            found.ifPresent(
                count -> {
                  logs.put(contract, count.log(reports.newest(contract), gaps));
                  extents.putAll(count.extents());
                }));
    return new SurveyedLog(logs, withoutZone, withoutStation, end, extents, reports.learned());
  }

  private Optional<ContractCount> count(String contract) {
    return contracts.computeIfAbsent(contract, this::begin);
  }

  private Optional<ContractCount> begin(String contract) {
    return catalogue
        .find(contract)
        .map(Contract::zone)
        .map(zone -> new ContractCount(contract, zone, loaded.getOrDefault(contract, Map.of())));
  }

  /** A topic that ends before what was read is another one of that name: nothing of it was read. */
  private LoadedDay ofThisTopic(LoadedDay day) {
    boolean same =
        day.read().readTo().entrySet().stream()
            .allMatch(e -> e.getValue() <= end.getOrDefault(e.getKey(), 0L));
    return same
        ? day
        : new LoadedDay(
            day.contract(),
            day.date(),
            new DayRead(day.read().records(), Map.of()),
            day.loadedAt(),
            day.seedChanged());
  }
}
