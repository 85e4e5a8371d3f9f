package org.dockline.batch.load;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.dockline.station.ContractDay;
import org.dockline.station.Decoding;
import org.dockline.station.Rejection;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.station.wire.ObservationReader;
import org.jspecify.annotations.Nullable;

/** Collects all rows of one station, decoded, and counts what could not be. */
final class StationInput {

  /** What was read of one day; its edges are computed once, not for each record. */
  private static final class Count {
    private final ContractDay day;
    private final Instant start;
    private final Instant end;
    private long records;
    private long rejected;
    private @Nullable String sample;

    Count(ContractDay day) {
      this.day = day;
      this.start = day.start();
      this.end = day.end();
    }

    boolean takes(Instant polledAt, @Nullable String rejectedBecause) {
      if (polledAt.isBefore(start) || !polledAt.isBefore(end)) {
        return false;
      }
      records++;
      if (rejectedBecause != null) {
        rejected++;
        sample = sample == null ? rejectedBecause : sample;
      }
      return true;
    }
  }

  private final StationKey key;
  private final List<ContractDay> days;
  private final ObservationReader reader = new ObservationReader();
  private final List<StationObservation> observations = new ArrayList<>();
  private final Map<LocalDate, StationClose> seeds = new HashMap<>();
  private final List<Count> counts;

  /**
   * Of one station.
   *
   * @param days the days of its contract that are loaded, in date order
   */
  StationInput(StationKey key, List<ContractDay> days) {
    this.key = key;
    this.days = days;
    this.counts = days.stream().map(Count::new).toList();
  }

  StationKey key() {
    return key;
  }

  /** Adds a seed or a run of records. */
  void add(Row row) throws IOException {
    if (LogRows.isSeed(row)) {
      seeds.put(LogRows.seedOf(row), LogRows.close(row));
    } else {
      RecordRun.each(LogRows.value(row), this::add);
    }
  }

  private void add(Instant polledAt, byte[] value) {
    String rejected =
        switch (reader.read(value, polledAt)) {
          case Decoding.Decoded<StationObservation> d -> accept(d.value());
          case Decoding.Rejected<StationObservation> r -> describe(r.rejection());
        };
    count(polledAt, rejected);
  }

  /** What the rule makes of it. */
  List<StationDay> stationDays() {
    return new StationRun(key, seeds).days(days, observations);
  }

  /** Records and rejections by day; a day without any is absent. */
  Map<ContractDay, StagedDay> counts() {
    return counts.stream()
        .filter(c -> c.records > 0)
        .collect(
            Collectors.toMap(
                c -> c.day, c -> new StagedDay(0, c.records, c.rejected, c.sample, null)));
  }

  /** Returns why it can't be accepted: stations are gathered by the record's key. */
  private @Nullable String accept(StationObservation o) {
    if (!o.key().equals(key)) {
      return "the record of " + key + " speaks of " + o.key();
    }
    observations.add(o);
    return null;
  }

  private void count(Instant polledAt, @Nullable String rejected) {
    for (Count count : counts) {
      if (count.takes(polledAt, rejected)) {
        return;
      }
    }
  }

  private static String describe(Rejection r) {
    return r.field() == null
        ? r.reason()
        : "field " + r.field() + " is '" + r.value() + "': " + r.reason();
  }
}
