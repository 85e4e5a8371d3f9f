package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.dimension.Absence;
import org.dockline.station.dimension.DayOpening;
import org.dockline.station.dimension.DayRuns;
import org.dockline.station.dimension.Life;
import org.dockline.station.dimension.StationHistory;
import org.dockline.station.dimension.StationPeriod;

/**
 * Merges what a staged day says of its contract's stations into what is kept of them, and derives
 * their rows of {@code dim_station} from it anew.
 */
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

  /** To be called before the rows of facts, which refer to them, are replaced. */
  void addMissingKeys() throws SQLException {
    sql.update(
        "INSERT INTO bikes.dim_station_key (station_key, contract, station_id)"
            + " SELECT s.station_key, ?, s.station_id FROM bikes.staging_day_close s"
            + " WHERE "
            + staged
            + " AND NOT EXISTS (SELECT 1 FROM bikes.dim_station_key k"
            + " WHERE k.station_key = s.station_key)",
        row -> row.text(day.contract()));
  }

  /**
   * To be called after the day's closes were replaced, within the transaction.
   *
   * @return whether stations became or ceased to be excluded from statistics, on whatever day
   */
  boolean run() throws SQLException {
    Map<StationKey, StationHistory> said = SaidRows.merge(sql, day, staged);
    Map<StationKey, DayRuns> heard = HeardRows.merge(sql, day, staged);
    DayRuns attended = DayRuns.union(heard.values());
    Map<StationKey, List<StationRows>> before = StationRows.TABLE.read(sql, day.contract());
    Map<StationKey, List<StationRows>> after = new HashMap<>();
    for (Map.Entry<StationKey, StationHistory> e : said.entrySet()) {
      DayRuns days = heard.getOrDefault(e.getKey(), DayRuns.NONE);
      List<StationPeriod> periods =
          StationPeriod.of(
              e.getValue(), lives(e.getKey(), e.getValue(), Absence.of(days, attended)));
      after.put(e.getKey(), StationRows.of(periods, contract));
    }
    StationRows.TABLE.write(sql, before, after);
    return after.entrySet().stream()
        .anyMatch(
            e ->
                !exclusions(before.getOrDefault(e.getKey(), List.of()))
                    .equals(exclusions(e.getValue())));
  }

  private List<Life> lives(StationKey station, StationHistory said, List<Absence> absences)
      throws SQLException {
    Map<LocalDate, DayOpening> openings = new HashMap<>();
    for (Absence absence : absences) {
      LocalDate again = absence.heardAgain();
      if (again != null) {
        SaidRows.opening(sql, station, again).ifPresent(opening -> openings.put(again, opening));
      }
    }
    return Life.of(said, absences, again -> Optional.ofNullable(openings.get(again)), day.zone());
  }

  /** When a station is excluded, as the edges of intervals. */
  private static List<Instant> exclusions(List<StationRows> rows) {
    List<Instant> edges = new ArrayList<>();
    for (StationRows row : rows) {
      if (row.excludedReason() != null) {
        Instant from = row.period().factsFrom();
        if (!edges.isEmpty() && edges.getLast().equals(from)) {
          edges.removeLast();
        } else {
          edges.add(from);
        }
        edges.add(row.period().validTo());
      }
    }
    return edges;
  }
}
