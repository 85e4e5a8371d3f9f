package org.dockline.warehouse.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.station.StationKey;
import org.dockline.station.flow.FlowTotals;
import org.dockline.warehouse.ServedRows;
import org.dockline.warehouse.StationHour;
import org.dockline.warehouse.StationPoint;

/** What is asked of one station, or of all stations of a contract. */
final class JdbcHistory implements ServedRows {

  private final Database database;

  JdbcHistory(Database database) {
    this.database = database;
  }

  @Override
  public List<StationPoint> listPoints(StationKey key, Instant from, Instant to) {
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

  @Override
  public List<StationHour> listHours(StationKey key, Instant from, Instant to) {
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

  @Override
  public Map<StationKey, List<StationPoint>> listContractPoints(
      String contract, Instant from, Instant to) {
    return database.ask(
        "read the observations of " + contract,
        sql -> {
          Map<StationKey, List<StationPoint>> points = new TreeMap<>();
          sql.each(
              "SELECT k.station_id, d.* FROM bikes.v_serving_key k"
                  + " JOIN bikes.v_serving_point d ON d.station_key = k.station_key"
                  + " WHERE k.contract = ? AND d.observed_at >= ? AND d.observed_at < ?"
                  + " ORDER BY k.station_id, d.observed_at, d.polled_at, d.source",
              row -> row.text(contract).time(from).time(to),
              row -> {
                StationKey key = new StationKey(contract, row.text("station_id"));
                points
                    .computeIfAbsent(key, station -> new ArrayList<>())
                    .add(PointRows.read(key, row));
              });
          return points;
        });
  }

  @Override
  public List<FlowTotals> listContractHours(String contract, Instant from, Instant to) {
    return database.ask(
        "read the hours of " + contract, sql -> TotalRows.list(sql, contract, from, to));
  }
}
