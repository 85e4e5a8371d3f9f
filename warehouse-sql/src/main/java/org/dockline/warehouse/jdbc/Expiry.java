package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import org.dockline.station.ContractDay;

/** Takes observations away from days that are old; see {@code Warehouse.expireObservations}. */
final class Expiry {

  private Expiry() {}

  /** Days that have observations and are as old as to lose them, the oldest first. */
  static List<ContractDay> due(Sql sql, int daysKept) throws SQLException {
    return sql.list(
        "SELECT d.contract, d.local_date, c.time_zone FROM bikes.loaded_day d"
            + " JOIN bikes.dim_contract c ON c.contract = d.contract"
            + " JOIN (SELECT contract, MAX(local_date) AS newest FROM bikes.loaded_day"
            + " GROUP BY contract) n ON n.contract = d.contract"
            + " WHERE d.observations_expired = 0 AND d.local_date <= DATEADD(DAY, ?, n.newest)"
            + " ORDER BY d.local_date, d.contract",
        row -> row.count(-daysKept),
        row ->
            new ContractDay(
                row.text("contract"), row.date("local_date"), ZoneId.of(row.text("time_zone"))));
  }

  /** In the transaction of the connection; returns how many observations are gone. */
  static long expire(Sql sql, Dialect dialect, ContractDay day) throws SQLException {
    Locks.excludeReplacements(sql);
    long expired = dialect.deleteDay(sql, new PointRows(), day);
    sql.update(
        "UPDATE bikes.loaded_day SET observations_expired = 1"
            + " WHERE contract = ? AND local_date = ?",
        row -> row.text(day.contract()).date(day.date()));
    return expired;
  }
}
