package org.dockline.warehouse.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.warehouse.Insights.AnswerTimes;
import org.dockline.warehouse.Insights.ContractMonth;
import org.dockline.warehouse.Insights.FeedAnswers;
import org.dockline.warehouse.Insights.PlacedStation;
import org.dockline.warehouse.Insights.StationMonth;
import org.dockline.warehouse.Insights.StationSum;
import org.dockline.warehouse.Insights.TypicalHour;
import org.jspecify.annotations.Nullable;

/** Rows of the analyst views as insights. */
final class InsightRows {

  private InsightRows() {}

  static TypicalHour typicalHour(RowReader row) throws SQLException {
    return new TypicalHour(
        row.text("day_type").equals("weekend"),
        row.count("local_hour"),
        row.number("hours"),
        real(row, "mean_occupancy"),
        real(row, "occupancy_q10"),
        real(row, "occupancy_q25"),
        real(row, "occupancy_median"),
        real(row, "occupancy_q75"),
        real(row, "occupancy_q90"));
  }

  static StationMonth stationMonth(RowReader row) throws SQLException {
    return new StationMonth(
        month(row),
        row.count("days"),
        row.findReal("share_empty"),
        row.findReal("share_full"),
        real(row, "coverage"));
  }

  static ContractMonth contractMonth(RowReader row) throws SQLException {
    return new ContractMonth(
        month(row),
        row.count("days"),
        row.count("stations"),
        row.number("arrivals"),
        row.number("departures"),
        row.findReal("share_empty"),
        row.findReal("share_full"),
        real(row, "coverage"));
  }

  static StationSum stationSum(String contract, RowReader row) throws SQLException {
    return new StationSum(
        new StationKey(contract, row.text("station_id")),
        row.findText("name"),
        TotalRows.read(row));
  }

  /**
   * Of each station the last version that had begun by then; one that has left by then is among
   * them.
   */
  static Collection<PlacedStation> newest(Sql sql, String contract, LocalDate date)
      throws SQLException {
    // Zones reach from UTC-12 to UTC+14; a version a day off names the station all the same.
    Instant before = date.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    Map<StationKey, PlacedStation> stations = new TreeMap<>();
    sql.each(
        "SELECT station_id, name, latitude, longitude, capacity FROM bikes.v_station"
            + " WHERE contract = ? AND valid_from < ? ORDER BY station_id, valid_from",
        row -> row.text(contract).time(before),
        row -> {
          PlacedStation station = placed(contract, row);
          stations.put(station.key(), station);
        });
    return stations.values();
  }

  private static PlacedStation placed(String contract, RowReader row) throws SQLException {
    return new PlacedStation(
        new StationKey(contract, row.text("station_id")),
        row.findText("name"),
        row.findReal("latitude"),
        row.findReal("longitude"),
        row.findCount("capacity"));
  }

  /** A figure of hours over all of them that have it, weighted with their calls. */
  static String meanOfHours(String column, String as) {
    return " SUM(CAST(%1$s AS FLOAT) * calls)".formatted(column)
        + " / NULLIF(SUM(CASE WHEN %1$s IS NULL THEN 0 ELSE calls END), 0) AS %2$s,"
            .formatted(column, as);
  }

  static FeedAnswers feedAnswers(RowReader row) throws SQLException {
    return new FeedAnswers(
        Source.find(row.text("source")).orElseThrow(),
        row.text("contract"),
        row.findText("country_code"),
        row.number("calls"),
        row.number("failures"),
        row.number("gaps"),
        answerTimes(row));
  }

  private static @Nullable AnswerTimes answerTimes(RowReader row) throws SQLException {
    return row.findReal("median_ms") == null
        ? null
        : new AnswerTimes(
            millis(real(row, "median_ms")),
            millis(real(row, "p95_ms")),
            millis(real(row, "slowest_ms")));
  }

  private static Duration millis(double value) {
    return Duration.ofMillis(Math.round(value));
  }

  private static YearMonth month(RowReader row) throws SQLException {
    return YearMonth.of(row.count("calendar_year"), row.count("calendar_month"));
  }

  private static double real(RowReader row, String column) throws SQLException {
    return Objects.requireNonNull(row.findReal(column), column);
  }
}
