package org.dockline.batch.load;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.dockline.station.ContractDay;
import org.dockline.station.Decoding;
import org.dockline.station.Rejection;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.station.wire.ObservationRecord;
import org.jspecify.annotations.Nullable;

/** Collects all rows of one station, decoded, and counts what could not be. */
final class StationInput {

  private final StationKey key;
  private final List<ContractDay> days;
  private final List<StationObservation> observations = new ArrayList<>();
  private final Map<LocalDate, StationClose> seeds = new HashMap<>();
  private final Map<ContractDay, StagedDay> counts = new HashMap<>();

  /**
   * Of one station.
   *
   * @param days the days of its contract that are loaded, in date order
   */
  StationInput(StationKey key, List<ContractDay> days) {
    this.key = key;
    this.days = days;
  }

  StationKey key() {
    return key;
  }

  void add(Row row) throws IOException {
    if (LogRows.isSeed(row)) {
      seeds.put(LogRows.seedOf(row), LogRows.close(row));
      return;
    }
    Instant polledAt = LogRows.timestamp(row);
    String rejected =
        switch (ObservationRecord.decode(LogRows.value(row), polledAt)) {
          case Decoding.Decoded<StationObservation> d -> accept(d.value());
          case Decoding.Rejected<StationObservation> r -> describe(r.rejection());
        };
    count(polledAt, rejected);
  }

  /** What the rule makes of it. */
  List<StationDay> stationDays() {
    return new StationRun(key, seeds).days(days, observations);
  }

  /** Records and rejections by day; a day without any may be absent. */
  Map<ContractDay, StagedDay> counts() {
    return counts;
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
    for (ContractDay day : days) {
      if (day.contains(polledAt)) {
        counts.merge(day, StagedDay.record(rejected), StagedDay::plus);
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
