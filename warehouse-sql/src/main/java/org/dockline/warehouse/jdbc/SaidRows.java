package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.StationVersion;
import org.dockline.station.dimension.DatedVersion;
import org.dockline.station.dimension.DayOpening;
import org.dockline.station.dimension.StationHistory;

/** What stations said of themselves, as they said it: {@code station_said} and the openings. */
final class SaidRows {

  private SaidRows() {}

  /**
   * Replaces one day by what was staged for it.
   *
   * @return the histories of all stations of the contract
   */
  static Map<StationKey, StationHistory> merge(Sql sql, ContractDay day, String staged)
      throws SQLException {
    Map<StationKey, List<DatedVersion>> before = VersionRows.SAID.read(sql, day.contract());
    Map<StationKey, List<StationVersion>> said = staged(sql, day, staged);
    Map<StationKey, DayOpening> openings = openingsAfter(sql, day);
    Set<StationKey> stations = new HashSet<>(before.keySet());
    stations.addAll(said.keySet());
    Map<StationKey, StationHistory> histories = new HashMap<>();
    Map<StationKey, List<DatedVersion>> after = new HashMap<>();
    for (StationKey station : stations) {
      StationHistory history =
          new StationHistory(before.getOrDefault(station, List.of()))
              .withDay(day.date(), said.getOrDefault(station, List.of()), openings.get(station));
      histories.put(station, history);
      after.put(station, history.versions());
    }
    VersionRows.SAID.write(sql, before, after);
    return histories;
  }

  /** The first loaded day from there on on which a station said what it was. */
  static Optional<DayOpening> opening(Sql sql, StationKey station, LocalDate from)
      throws SQLException {
    return sql
        .list(
            "SELECT local_date, first_version_at FROM bikes.station_day_close"
                + " WHERE station_key = ? AND local_date = (SELECT MIN(n.local_date)"
                + " FROM bikes.station_day_close n WHERE n.station_key = ?"
                + " AND n.local_date >= ? AND n.first_version_at IS NOT NULL)",
            row -> row.number(station.stableHash()).number(station.stableHash()).date(from),
            SaidRows::readOpening)
        .stream()
        .findFirst();
  }

  /** Of each station the first later loaded day that said anything. */
  private static Map<StationKey, DayOpening> openingsAfter(Sql sql, ContractDay day)
      throws SQLException {
    Map<StationKey, DayOpening> openings = new HashMap<>();
    sql.each(
        "SELECT k.station_id, c.local_date, c.first_version_at FROM bikes.dim_station_key k"
            + " JOIN bikes.station_day_close c ON c.station_key = k.station_key"
            + " WHERE k.contract = ? AND c.local_date = (SELECT MIN(n.local_date)"
            + " FROM bikes.station_day_close n WHERE n.station_key = k.station_key"
            + " AND n.local_date > ? AND n.first_version_at IS NOT NULL)",
        row -> row.text(day.contract()).date(day.date()),
        row ->
            openings.put(new StationKey(day.contract(), row.text("station_id")), readOpening(row)));
    return openings;
  }

  private static DayOpening readOpening(RowReader row) throws SQLException {
    return new DayOpening(row.date("local_date"), row.time("first_version_at"));
  }

  private static Map<StationKey, List<StationVersion>> staged(
      Sql sql, ContractDay day, String staged) throws SQLException {
    Map<StationKey, List<StationVersion>> byStation = new HashMap<>();
    sql.each(
        "SELECT * FROM bikes.staging_station_version WHERE "
            + staged
            + " ORDER BY station_id, valid_from",
        Sql.Binding.NONE,
        row -> {
          StationKey key = new StationKey(day.contract(), row.text("station_id"));
          byStation
              .computeIfAbsent(key, k -> new ArrayList<>())
              .add(VersionRows.readVersion(key, row));
        });
    return byStation;
  }
}
