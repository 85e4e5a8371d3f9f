package org.dockline.batch.survey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dockline.station.ContractDay;
import org.dockline.station.ContractLog;
import org.dockline.station.ContractLog.DayInLog;
import org.dockline.station.ContractLog.Loaded;
import org.dockline.station.LogGap;
import org.dockline.warehouse.LoadedDay;
import org.jspecify.annotations.Nullable;

/** Counts what a log holds of one contract, day by day. */
final class ContractCount {

  private final String contract;
  private final ZoneId zone;
  private final Map<LocalDate, LoadedDay> loaded;
  private final Map<LocalDate, DayCount> days = new HashMap<>();
  private @Nullable Window window;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** The day that was counted last, with its neighbours: records mostly come in time order. */
  private final class Window {
    private final long start;
    private final long end;
    private final long leadsFrom;
    private final long settlesTo;
    private final DayCount before;
    private final DayCount day;
    private final DayCount after;

    Window(ContractDay of) {
      start = of.start().toEpochMilli();
      end = of.end().toEpochMilli();
      leadsFrom = of.next().polledFrom().toEpochMilli();
      settlesTo = of.previous().settledAt().toEpochMilli();
      before = count(of.previous().date());
      day = count(of.date());
      after = count(of.next().date());
    }

    boolean holds(long polledAt) {
      return polledAt >= start && polledAt < end;
    }

    void add(int partition, MinuteCount polled, long polledAt) {
      day.add(partition, polled, true);
      if (polledAt < settlesTo) {
        before.add(partition, polled, false);
      }
      if (polledAt >= leadsFrom) {
        after.add(partition, polled, false);
      }
    }

    boolean parts(int partition, MinuteCount m) {
      return m.isPartedAt(end)
          || m.isPartedAt(settlesTo)
          || m.isPartedAt(leadsFrom)
          || Stream.of(before, day, after).anyMatch(d -> d.parts(partition, m));
    }
  }

  /**
   * Begins to count.
   *
   * @param loaded the loaded days; offsets of a topic that is gone must have been dropped from them
   */
  ContractCount(String contract, ZoneId zone, Map<LocalDate, LoadedDay> loaded) {
    this.contract = contract;
    this.zone = zone;
    this.loaded = loaded;
  }

  void add(int partition, long offset, long polledAt) {
    windowOf(polledAt).add(partition, MinuteCount.of(offset, polledAt), polledAt);
    first = Math.min(first, polledAt);
    last = Math.max(last, polledAt);
  }

  /** Whether some minute of the digest holds records that must be told apart. */
  boolean parts(int partition, LogDigest.OfContract digest) {
    return digest.minutes().stream().anyMatch(m -> windowOf(m.start()).parts(partition, m));
  }

  /** Adds a digest whose minutes need not be parted. */
  void add(int partition, LogDigest.OfContract digest) {
    digest.minutes().forEach(m -> windowOf(m.start()).add(partition, m, m.start()));
    first = Math.min(first, digest.first());
    last = Math.max(last, digest.last());
  }

  private Window windowOf(long polledAt) {
    Window current = window;
    if (current == null || !current.holds(polledAt)) {
      current = new Window(ContractDay.of(contract, Instant.ofEpochMilli(polledAt), zone));
      window = current;
    }
    return current;
  }

  ContractLog log(@Nullable Instant lastReport, List<LogGap> gaps) {
    return new ContractLog(
        contract,
        zone,
        Instant.ofEpochMilli(first),
        Instant.ofEpochMilli(last),
        lastReport,
        gaps,
        days.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> new DayInLog(e.getValue().readBefore(), e.getValue().late()))),
        loaded.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> new Loaded(e.getValue().read().records(), e.getValue().seedChanged()))));
  }

  Map<ContractDay, DayExtent> extents() {
    return days.entrySet().stream()
        .collect(
            Collectors.toMap(
                e -> new ContractDay(contract, e.getKey(), zone), e -> e.getValue().extent()));
  }

  private DayCount count(LocalDate date) {
    LoadedDay before = loaded.get(date);
    return days.computeIfAbsent(
        date, d -> new DayCount(before == null ? null : before.read().readTo()));
  }
}
