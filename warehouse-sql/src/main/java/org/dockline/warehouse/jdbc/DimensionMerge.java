package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.station.StationExclusion;
import org.dockline.station.StationKey;
import org.dockline.station.StationVersion;
import org.dockline.warehouse.dimension.DatedVersion;
import org.dockline.warehouse.dimension.DayOpening;
import org.dockline.warehouse.dimension.StationHistory;
import org.dockline.warehouse.jdbc.VersionRows.Kept;

/** Merges what a staged day says of its contract's stations into {@code dim_station}. */
final class DimensionMerge {

  private final Sql sql;
  private final String staged;
  private final ContractDay day;
  private final Contract contract;

  /**
   * Of a day.
   *
   * @param staged the condition that picks its staged rows
   */
  DimensionMerge(Sql sql, String staged, ContractDay day, Contract contract) {
    this.sql = sql;
    this.staged = staged;
    this.day = day;
    this.contract = contract;
  }

  /**
   * To be called before the day's closes are replaced, within the transaction.
   *
   * @return whether stations became or ceased to be excluded from statistics, on whatever day
   */
  boolean run() throws SQLException {
    addMissingKeys();
    Map<String, List<Kept>> before = kept();
    Map<String, List<StationVersion>> said = said();
    Map<String, DayOpening> openings = openings();
    Map<String, List<Kept>> changed = new HashMap<>();
    TreeSet<String> stations = new TreeSet<>(before.keySet());
    stations.addAll(said.keySet());
    for (String station : stations) {
      List<Kept> old = before.getOrDefault(station, List.of());
      List<Kept> merged =
          rows(
              new StationHistory(old.stream().map(Kept::dated).toList())
                  .withDay(
                      day.date(), said.getOrDefault(station, List.of()), openings.get(station)));
      if (!merged.equals(old)) {
        changed.put(station, merged);
      }
    }
    write(changed);
    return changed.entrySet().stream()
        .anyMatch(
            e ->
                !exclusions(before.getOrDefault(e.getKey(), List.of()))
                    .equals(exclusions(e.getValue())));
  }

  /** When a station is excluded, as the edges of intervals. */
  private static List<Instant> exclusions(List<Kept> rows) {
    List<Instant> edges = new ArrayList<>();
    for (Kept row : rows) {
      if (row.excludedReason() != null) {
        if (!edges.isEmpty() && edges.getLast().equals(row.effectiveFrom())) {
          edges.removeLast();
        } else {
          edges.add(row.effectiveFrom());
        }
        edges.add(row.validTo());
      }
    }
    return edges;
  }

  private void addMissingKeys() throws SQLException {
    sql.update(
        "INSERT INTO bikes.dim_station_key (station_key, contract, station_id)"
            + " SELECT s.station_key, ?, s.station_id FROM bikes.staging_day_close s"
            + " WHERE "
            + staged
            + " AND NOT EXISTS (SELECT 1 FROM bikes.dim_station_key k"
            + " WHERE k.station_key = s.station_key)",
        row -> row.text(day.contract()));
  }

  private Map<String, List<Kept>> kept() throws SQLException {
    Map<String, List<Kept>> byStation = new HashMap<>();
    sql.list(
            "SELECT s.* FROM bikes.dim_station_key k"
                + " JOIN bikes.dim_station s ON s.station_key = k.station_key"
                + " WHERE k.contract = ? ORDER BY s.station_key, s.since_date, s.valid_from",
            row -> row.text(day.contract()),
            row -> VersionRows.read(day.contract(), row))
        .forEach(
            k ->
                byStation
                    .computeIfAbsent(k.dated().version().key().stationId(), id -> new ArrayList<>())
                    .add(k));
    return byStation;
  }

  private Map<String, List<StationVersion>> said() throws SQLException {
    Map<String, List<StationVersion>> byStation = new HashMap<>();
    sql.list(
            "SELECT * FROM bikes.staging_station_version WHERE "
                + staged
                + " ORDER BY station_id, valid_from",
            Sql.Binding.NONE,
            row -> VersionRows.readVersion(day.contract(), row))
        .forEach(
            v -> byStation.computeIfAbsent(v.key().stationId(), id -> new ArrayList<>()).add(v));
    return byStation;
  }

  /** Of each station the first later loaded day that said anything. */
  private Map<String, DayOpening> openings() throws SQLException {
    Map<String, DayOpening> openings = new HashMap<>();
    sql.list(
            "SELECT k.station_id, c.local_date, c.first_version_at FROM bikes.dim_station_key k"
                + " JOIN bikes.station_day_close c ON c.station_key = k.station_key"
                + " WHERE k.contract = ? AND c.local_date = (SELECT MIN(n.local_date)"
                + " FROM bikes.station_day_close n WHERE n.station_key = k.station_key"
                + " AND n.local_date > ? AND n.first_version_at IS NOT NULL)",
            row -> row.text(day.contract()).date(day.date()),
            row ->
                Map.entry(
                    row.text("station_id"),
                    new DayOpening(row.date("local_date"), row.time("first_version_at"))))
        .forEach(entry -> openings.put(entry.getKey(), entry.getValue()));
    return openings;
  }

  private List<Kept> rows(StationHistory history) {
    List<DatedVersion> versions = history.versions();
    List<Kept> rows = new ArrayList<>(versions.size());
    for (int i = 0; i < versions.size(); i++) {
      StationVersion version = versions.get(i).version();
      boolean last = i + 1 == versions.size();
      Instant to = last ? VersionRows.FOR_EVER : versions.get(i + 1).version().validFrom();
      Instant effective = i == 0 ? VersionRows.EVER : version.validFrom();
      String excluded =
          StationExclusion.find(version.key(), version.place(), contract)
              .map(StationExclusion.Reason::text)
              .orElse(null);
      rows.add(new Kept(versions.get(i), to, effective, excluded));
    }
    return rows;
  }

  private void write(Map<String, List<Kept>> changed) throws SQLException {
    try (Batch delete =
            new Batch(
                sql.connection(), "DELETE FROM bikes.dim_station WHERE station_key = ?", 1_000);
        Batch insert =
            Batch.insert(sql.connection(), "bikes.dim_station", VersionRows.KEPT, 1_000)) {
      for (String station : changed.keySet()) {
        delete.add(row -> row.number(stationKey(station)));
      }
      delete.send();
      for (List<Kept> rows : changed.values()) {
        for (Kept kept : rows) {
          insert.add(row -> VersionRows.bind(kept, row));
        }
      }
      insert.send();
    }
  }

  private long stationKey(String stationId) {
    return new StationKey(day.contract(), stationId).stableHash();
  }
}
