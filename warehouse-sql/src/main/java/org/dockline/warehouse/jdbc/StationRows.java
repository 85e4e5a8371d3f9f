package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dockline.station.Contract;
import org.dockline.station.StationExclusion;
import org.dockline.station.dimension.StationPeriod;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code dim_station}.
 *
 * @param period what the station was, from when to when
 * @param last whether it is the station's newest, be it that the station is gone
 * @param excludedReason see {@code StationExclusion}; null when it is part of statistics
 */
record StationRows(StationPeriod period, boolean last, @Nullable String excludedReason) {

  static final StationTable<StationRows> TABLE =
      new StationTable<>(
          "bikes.dim_station",
          VersionRows.withFacts(
              "station_key",
              "contract",
              "station_id",
              "since_date",
              "valid_from",
              "valid_to",
              "effective_from",
              "is_current",
              "is_last",
              "excluded_reason"),
          "t.valid_from",
          (key, row) ->
              new StationRows(
                  new StationPeriod(
                      VersionRows.readVersion(key, row),
                      row.date("since_date"),
                      row.time("effective_from"),
                      row.time("valid_to")),
                  row.flag("is_last"),
                  row.findText("excluded_reason")),
          (key, kept, row) -> {
            StationPeriod p = kept.period;
            row.number(key.stableHash()).text(key.contract()).text(key.stationId());
            row.date(p.since()).time(p.version().validFrom()).time(p.validTo());
            row.time(p.factsFrom()).flag(p.isCurrent()).flag(kept.last);
            row.text(kept.excludedReason);
            VersionRows.bindFacts(p.version(), row);
          });

  /** The rows of a station's periods, in order. */
  static List<StationRows> of(List<StationPeriod> periods, Contract contract) {
    List<StationRows> rows = new ArrayList<>(periods.size());
    for (StationPeriod period : periods) {
      String excluded =
          StationExclusion.find(period.version().key(), period.version().place(), contract)
              .map(StationExclusion.Reason::text)
              .orElse(null);
      rows.add(new StationRows(period, period.equals(periods.getLast()), excluded));
    }
    return rows;
  }

  /** All periods of a contract's stations, by station and time. */
  static List<StationPeriod> list(Sql sql, String contract) throws SQLException {
    return TABLE.read(sql, contract).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(e -> e.getValue().stream())
        .map(StationRows::period)
        .toList();
  }
}
