package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.dockline.station.ContractDay;

/**
 * Keeps the sums over station hours ({@code sum_…}) equal to the hours, within the transaction that
 * changes those. Stations that are excluded from statistics are left out.
 */
final class Sums {

  private static final List<String> TABLES =
      List.of("sum_station_day", "sum_station_month", "sum_contract_day", "sum_contract_hour");

  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  private static final String COLUMNS =
      "arrivals, departures, net_unobserved, suspected_rebalancing, empty_ms, full_ms, unknown_ms,"
          + " closed_ms, known_ms, bikes_ms, taken_ms, free_ms";

  private static final String OF_HOURS =
      "SUM(f.arrivals), SUM(f.departures), SUM(f.net_unobserved), SUM(f.suspected_rebalancing),"
          + " SUM(f.empty_ms), SUM(f.full_ms), SUM(f.unknown_ms), SUM(f.closed_ms),"
          + " SUM(f.known_ms), COALESCE(SUM(f.mean_bikes * f.known_ms), 0),"
          + " COALESCE(SUM(CASE WHEN f.mean_docks IS NOT NULL"
          + " THEN f.mean_bikes * f.known_ms END), 0),"
          + " COALESCE(SUM(CASE WHEN f.mean_bikes IS NOT NULL"
          + " THEN f.mean_docks * f.known_ms END), 0)";

  private static final String OF_DAYS =
      "SUM(d.arrivals), SUM(d.departures), SUM(d.net_unobserved), SUM(d.suspected_rebalancing),"
          + " SUM(d.empty_ms), SUM(d.full_ms), SUM(d.unknown_ms), SUM(d.closed_ms),"
          + " SUM(d.known_ms), SUM(d.bikes_ms), SUM(d.taken_ms), SUM(d.free_ms)";

  private static final String STATION =
      " LEFT JOIN bikes.dim_station s ON s.station_key = f.station_key"
          + " AND s.effective_from <= f.hour_start_utc AND f.hour_start_utc < s.valid_to"
          + " WHERE s.excluded_reason IS NULL AND ";

  private static final String KEPT_HOURS =
      " FROM bikes.dim_station_key k JOIN bikes.fact_station_hour f"
          + " ON f.station_key = k.station_key"
          + STATION
          + "k.contract = ?";

  /** Without the stations' keys: a join from those would read all that is staged for each. */
  private static final String STAGED_HOURS = " FROM bikes.staging_station_hour f" + STATION;

  private static final String STATION_DAY =
      "INSERT INTO bikes.sum_station_day (contract, local_date, station_key, station_hours, "
          + COLUMNS
          + ", broken_ms, broken_known_ms, capacity)"
          + " SELECT CAST(? AS NVARCHAR(100)), f.local_date, f.station_key, COUNT(*), "
          + OF_HOURS
          + ", COALESCE(SUM(f.mean_broken_docks * f.known_ms), 0),"
          + " SUM(CASE WHEN f.mean_broken_docks IS NULL THEN 0 ELSE f.known_ms END),"
          + " MAX(f.capacity)%s GROUP BY f.local_date, f.station_key";

  private static final String CONTRACT_HOUR =
      "INSERT INTO bikes.sum_contract_hour (contract, hour_start_utc, hour_end_utc, local_date,"
          + " local_hour, stations, "
          + COLUMNS
          + ") SELECT CAST(? AS NVARCHAR(100)), f.hour_start_utc, MAX(f.hour_end_utc),"
          + " MAX(f.local_date),"
          + " MAX(f.local_hour), COUNT(*), "
          + OF_HOURS
          + "%s GROUP BY f.hour_start_utc";

  private static final String CONTRACT_DAY =
      "INSERT INTO bikes.sum_contract_day (contract, local_date, stations, station_hours, "
          + COLUMNS
          + ") SELECT d.contract, d.local_date, COUNT(*), SUM(d.station_hours), "
          + OF_DAYS
          + " FROM bikes.sum_station_day d WHERE d.contract = ? AND d.local_date >= ?"
          + " AND d.local_date <= ? GROUP BY d.contract, d.local_date";

  private static final String STATION_MONTH =
      "INSERT INTO bikes.sum_station_month (contract, calendar_year, calendar_month, station_key,"
          + " days, "
          + COLUMNS
          + ") SELECT d.contract, YEAR(d.local_date), MONTH(d.local_date), d.station_key, COUNT(*), "
          + OF_DAYS
          + " FROM bikes.sum_station_day d WHERE d.contract = ? AND d.local_date >= ?"
          + " AND d.local_date <= ? GROUP BY d.contract, YEAR(d.local_date), MONTH(d.local_date),"
          + " d.station_key";

  private Sums() {}

  /**
   * After a day's hours were replaced.
   *
   * @param staged picks the same hours from staging, where they lie together
   */
  static void refresh(Sql sql, ContractDay day, String staged) throws SQLException {
    for (String table : List.of("sum_station_day", "sum_contract_day", "sum_contract_hour")) {
      sql.update(
          "DELETE FROM bikes." + table + " WHERE contract = ? AND local_date = ?",
          row -> row.text(day.contract()).date(day.date()));
    }
    Sql.Binding contract = row -> row.text(day.contract());
    sql.update(STATION_DAY.formatted(STAGED_HOURS + staged), contract);
    sql.update(CONTRACT_HOUR.formatted(STAGED_HOURS + staged), contract);
    sql.update(CONTRACT_DAY, row -> row.text(day.contract()).date(day.date()).date(day.date()));
    refreshMonth(sql, day);
  }

  private static void refreshMonth(Sql sql, ContractDay day) throws SQLException {
    sql.update(
        "DELETE FROM bikes.sum_station_month"
            + " WHERE contract = ? AND calendar_year = ? AND calendar_month = ?",
        row ->
            row.text(day.contract()).count(day.date().getYear()).count(day.date().getMonthValue()));
    sql.update(
        STATION_MONTH,
        row ->
            row.text(day.contract())
                .date(day.date().withDayOfMonth(1))
                .date(day.date().withDayOfMonth(day.date().lengthOfMonth())));
  }

  /** After stations of a contract became or ceased to be excluded, whenever. */
  static void rebuild(Sql sql, String contract) throws SQLException {
    for (String table : TABLES) {
      sql.update("DELETE FROM bikes." + table + " WHERE contract = ?", row -> row.text(contract));
    }
    Sql.Binding twice = row -> row.text(contract).text(contract);
    sql.update(STATION_DAY.formatted(KEPT_HOURS), twice);
    sql.update(CONTRACT_HOUR.formatted(KEPT_HOURS), twice);
    Sql.Binding ever = row -> row.text(contract).date(EARLIEST).date(LATEST);
    sql.update(CONTRACT_DAY, ever);
    sql.update(STATION_MONTH, ever);
  }
}
