package org.dockline.warehouse.jdbc;

import java.time.Instant;
import java.util.List;
import org.dockline.station.StationKey;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.StationPoint;

/** What is asked of one station. */
final class JdbcHistory {

  private final Database database;

  JdbcHistory(Database database) {
    this.database = database;
  }

  List<StationPoint> points(StationKey key, Instant from, Instant to) {
    return database.ask(
        "read the observations of " + key,
        sql ->
            sql.list(
                "SELECT * FROM bikes.v_serving_point"
                    + " WHERE station_key = ? AND observed_at >= ? AND observed_at < ?"
                    + " ORDER BY observed_at, polled_at, source",
                row -> row.number(key.stableHash()).time(from).time(to),
                row -> PointRows.read(key, row)));
  }

  List<StationHour> hours(StationKey key, Instant from, Instant to) {
    return database.ask(
        "read the hours of " + key,
        sql ->
            sql.list(
                "SELECT * FROM bikes.v_serving_hour"
                    + " WHERE station_key = ? AND hour_start_utc >= ? AND hour_start_utc < ?"
                    + " ORDER BY hour_start_utc",
                row -> row.number(key.stableHash()).time(from).time(to),
                row -> HourRows.read(key, row)));
  }
}
