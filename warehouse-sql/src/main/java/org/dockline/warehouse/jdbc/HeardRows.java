package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.dimension.DayRuns;

/** The rows of {@code station_heard}: the days on which anything was heard of a station. */
final class HeardRows {

  private static final StationTable<DayRuns.Run> TABLE =
      new StationTable<>(
          "bikes.station_heard",
          List.of("station_key", "first_date", "last_date"),
          "t.first_date",
          (key, row) -> new DayRuns.Run(row.date("first_date"), row.date("last_date")),
          (key, run, row) -> row.number(key.stableHash()).date(run.first()).date(run.last()));

  private HeardRows() {}

  /**
   * Replaces one day by what was staged for it.
   *
   * @return all days of all stations of the contract
   */
  static Map<StationKey, DayRuns> merge(Sql sql, ContractDay day, String staged)
      throws SQLException {
    Map<StationKey, List<DayRuns.Run>> before = TABLE.read(sql, day.contract());
    Set<StationKey> heard = staged(sql, day, staged);
    Set<StationKey> stations = new HashSet<>(before.keySet());
    stations.addAll(heard);
    Map<StationKey, DayRuns> days = new HashMap<>();
    Map<StationKey, List<DayRuns.Run>> after = new HashMap<>();
    for (StationKey station : stations) {
      DayRuns old = new DayRuns(before.getOrDefault(station, List.of()));
      DayRuns now = heard.contains(station) ? old.with(day.date()) : old.without(day.date());
      days.put(station, now);
      after.put(station, now.runs());
    }
    TABLE.write(sql, before, after);
    return days;
  }

  private static Set<StationKey> staged(Sql sql, ContractDay day, String staged)
      throws SQLException {
    return Set.copyOf(
        sql.list(
            "SELECT station_id FROM bikes.staging_day_close WHERE observations > 0 AND " + staged,
            Sql.Binding.NONE,
            row -> new StationKey(day.contract(), row.text("station_id"))));
  }
}
