package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dockline.station.flow.FlowTotals;

/** The hours of all stations of a contract that count, added up. */
final class TotalRows {

  private static final double MINUTE = 60_000;

  private TotalRows() {}

  /** What is asked of the hours that are added up, but for the columns they are grouped by. */
  static final String SUMS =
      " MAX(hour_end_utc) AS hour_end_utc, SUM(arrivals) AS arrivals,"
          + " SUM(departures) AS departures, SUM(net_unobserved) AS net_unobserved,"
          + " SUM(suspected_rebalancing) AS suspected_rebalancing,"
          + " SUM(minutes_empty) AS minutes_empty, SUM(minutes_full) AS minutes_full,"
          + " SUM(minutes_unknown) AS minutes_unknown, SUM(minutes_closed) AS minutes_closed,"
          + " SUM(minutes_known) AS minutes_known,"
          + " SUM(mean_bikes * minutes_known) AS bike_minutes";

  static List<FlowTotals> list(Sql sql, String contract, Instant from, Instant to)
      throws SQLException {
    return sql.list(
        "SELECT hour_start_utc, COUNT(*) AS stations,"
            + SUMS
            + " FROM bikes.v_station_hour"
            + " WHERE contract = ? AND hour_start_utc >= ? AND hour_start_utc < ?"
            + " GROUP BY hour_start_utc ORDER BY hour_start_utc",
        row -> row.text(contract).time(from).time(to),
        TotalRows::read);
  }

  static FlowTotals read(RowReader row) throws SQLException {
    return new FlowTotals(
        row.time("hour_start_utc"),
        row.time("hour_end_utc"),
        row.count("stations"),
        row.number("arrivals"),
        row.number("departures"),
        row.number("net_unobserved"),
        row.number("suspected_rebalancing"),
        minutes("empty", row),
        minutes("full", row),
        minutes("unknown", row),
        minutes("closed", row),
        minutes("known", row),
        real("bike_minutes", row) * MINUTE);
  }

  /** Kept to the millisecond, told in minutes. */
  private static Duration minutes(String what, RowReader row) throws SQLException {
    return Duration.ofMillis(Math.round(real("minutes_" + what, row) * MINUTE));
  }

  private static double real(String column, RowReader row) throws SQLException {
    Double value = row.findReal(column);
    return value == null ? 0 : value;
  }
}
