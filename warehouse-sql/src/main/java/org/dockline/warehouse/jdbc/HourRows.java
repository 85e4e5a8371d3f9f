package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.dockline.station.StationKey;
import org.dockline.station.flow.Flows;
import org.dockline.station.flow.StationDay;
import org.dockline.warehouse.StationHour;
import org.jspecify.annotations.Nullable;

/** The rows of {@code fact_station_hour}. */
final class HourRows implements DayRows {

  static final List<String> COLUMNS =
      List.of(
          "station_key",
          "hour_start_utc",
          "hour_end_utc",
          "local_date",
          "local_hour",
          "arrivals",
          "departures",
          "net_unobserved",
          "opening_bikes",
          "closing_bikes",
          "min_bikes",
          "mean_bikes",
          "max_bikes",
          "min_docks",
          "mean_docks",
          "max_docks",
          "mean_broken_docks",
          "suspected_rebalancing",
          "empty_ms",
          "full_ms",
          "unknown_ms",
          "closed_ms",
          "known_ms",
          "capacity");

  @Override
  public String table() {
    return "bikes.fact_station_hour";
  }

  @Override
  public String staging() {
    return "bikes.staging_station_hour";
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<String> order() {
    return List.of("station_key", "hour_start_utc");
  }

  @Override
  public String timeColumn() {
    return "hour_start_utc";
  }

  @Override
  public void stage(StationDay day, long stationKey, long stageId, Batch batch)
      throws SQLException {
    for (StationHour hour : StationHour.of(day)) {
      batch.add(
          row -> {
            row.number(stageId).number(stationKey);
            bind(hour, row);
          });
    }
  }

  private static void bind(StationHour hour, RowBinder row) throws SQLException {
    Flows f = hour.flows();
    row.time(f.start()).time(f.end()).date(hour.localDate()).count(hour.localHour());
    row.count(f.arrivals()).count(f.departures()).count(f.netUnobserved());
    row.count(f.openingBikes()).count(f.closingBikes());
    bind(f.bikes(), row);
    bind(f.docks(), row);
    row.real(f.meanBrokenDocks()).count(f.suspectedRebalancing());
    row.number(f.empty().toMillis()).number(f.full().toMillis()).number(f.unknown().toMillis());
    row.number(f.closed().toMillis()).number(f.known().toMillis()).count(f.capacity());
  }

  private static void bind(Flows.@Nullable Range range, RowBinder row) throws SQLException {
    if (range == null) {
      row.count(null).real(null).count(null);
    } else {
      row.count(range.min()).real(range.mean()).count(range.max());
    }
  }

  static StationHour read(StationKey key, RowReader row) throws SQLException {
    return new StationHour(key, row.date("local_date"), row.count("local_hour"), flows(row));
  }

  private static Flows flows(RowReader row) throws SQLException {
    return new Flows(
        row.time("hour_start_utc"),
        row.time("hour_end_utc"),
        row.count("arrivals"),
        row.count("departures"),
        row.count("net_unobserved"),
        row.findCount("opening_bikes"),
        row.findCount("closing_bikes"),
        range("bikes", row),
        range("docks", row),
        row.findReal("mean_broken_docks"),
        row.count("suspected_rebalancing"),
        millis("empty_ms", row),
        millis("full_ms", row),
        millis("unknown_ms", row),
        millis("closed_ms", row),
        millis("known_ms", row),
        row.findCount("capacity"));
  }

  private static Flows.@Nullable Range range(String what, RowReader row) throws SQLException {
    Double mean = row.findReal("mean_" + what);
    return mean == null
        ? null
        : new Flows.Range(row.count("min_" + what), mean, row.count("max_" + what));
  }

  private static Duration millis(String column, RowReader row) throws SQLException {
    return Duration.ofMillis(row.number(column));
  }
}
