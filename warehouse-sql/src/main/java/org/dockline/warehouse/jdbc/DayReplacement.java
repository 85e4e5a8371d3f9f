package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.DayTotals;

/** Swaps one contract-day for what was staged for it, within the transaction of a connection. */
final class DayReplacement {

  private final Sql sql;
  private final Dialect dialect;
  private final String loadId;
  private final ContractDay day;

  DayReplacement(Sql sql, Dialect dialect, String loadId, ContractDay day) {
    this.sql = sql;
    this.dialect = dialect;
    this.loadId = loadId;
    this.day = day;
  }

  DayTotals run(DayRead read, Instant loadedAt) throws SQLException {
    Locks.excludeReplacements(sql);
    Staging.refuseDiscarded(sql, loadId);
    Contract contract = ContractRows.findOrAdd(sql, day);
    DateRows.addMissing(sql, day.date());
    StagedParts parts = Staging.ofDay(sql, loadId, day);
    String staged = parts.condition();
    DimensionMerge dimension = new DimensionMerge(sql, staged, day, contract);
    dimension.addMissingKeys();
    DayTotals totals = swap(parts);
    if (dimension.run()) {
      Sums.rebuild(sql, day.contract());
    } else {
      Sums.refresh(sql, day, staged);
    }
    LoadedDayRows.save(sql, day, read, totals, loadedAt);
    if (totals.closeChanged()) {
      LoadedDayRows.markSeedChanged(sql, day.next());
    }
    ContractRows.noteSeen(sql, day);
    return totals;
  }

  private DayTotals swap(StagedParts parts) throws SQLException {
    boolean closeChanged = closeChanged(parts.condition());
    for (DayRows shape : DayRows.all()) {
      dialect.deleteDay(sql, shape, day);
    }
    long observations = copy(new PointRows(), parts);
    long hours = copy(new HourRows(), parts);
    long episodes = copy(new EpisodeRows(), parts);
    int stations = Math.toIntExact(copy(new CloseRows(), parts));
    long duplicates = duplicates(parts.condition());
    return new DayTotals(stations, hours, observations, episodes, duplicates, closeChanged);
  }

  /** Whether a station came, went or ends the day otherwise than an earlier load had it. */
  private boolean closeChanged(String staged) throws SQLException {
    Map<Long, Long> before =
        hashes(
            "SELECT c.station_key, c.close_hash FROM bikes.dim_station_key k"
                + " JOIN bikes.station_day_close c ON c.station_key = k.station_key"
                + " WHERE k.contract = ? AND c.local_date = ?",
            row -> row.text(day.contract()).date(day.date()));
    Map<Long, Long> after =
        hashes(
            "SELECT station_key, close_hash FROM bikes.staging_day_close WHERE " + staged,
            Sql.Binding.NONE);
    return !before.equals(after);
  }

  private Map<Long, Long> hashes(String query, Sql.Binding binding) throws SQLException {
    Map<Long, Long> hashes = new HashMap<>();
    sql.list(query, binding, row -> Map.entry(row.number("station_key"), row.number("close_hash")))
        .forEach(entry -> hashes.put(entry.getKey(), entry.getValue()));
    return hashes;
  }

  private long duplicates(String staged) throws SQLException {
    return sql.list(
            "SELECT COALESCE(SUM(duplicates), 0) AS n FROM bikes.staging_day_close WHERE " + staged,
            Sql.Binding.NONE,
            row -> row.number("n"))
        .getFirst();
  }

  private long copy(DayRows shape, StagedParts parts) throws SQLException {
    long copied = 0;
    for (String staged : shape.staged(parts)) {
      String select =
          "SELECT %s FROM %s WHERE %s"
              .formatted(String.join(", ", shape.columns()), shape.staging(), staged);
      copied +=
          sql.update(
              dialect.copy(shape.table(), shape.columns(), select, shape.order()),
              Sql.Binding.NONE);
    }
    return copied;
  }
}
