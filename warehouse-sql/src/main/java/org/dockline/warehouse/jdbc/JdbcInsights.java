package org.dockline.warehouse.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dockline.station.StationKey;
import org.dockline.warehouse.Insights;

/** The insights in SQL Server or H2, with a small pool of connections of its own. */
public final class JdbcInsights implements Insights, AutoCloseable {

  private final Database database;

  private JdbcInsights(Database database) {
    this.database = database;
  }

  /** Connects when it is first asked. */
  public static JdbcInsights of(WarehouseLogin login) {
    return new JdbcInsights(new Database(login));
  }

  @Override
  public List<TypicalHour> listTypicalDay(StationKey key) {
    return database.ask(
        "read the typical day of " + key,
        sql ->
            sql.list(
                "SELECT * FROM bikes.v_typical_day WHERE contract = ? AND station_id = ?"
                    + " ORDER BY day_type, local_hour",
                row -> row.text(key.contract()).text(key.stationId()),
                InsightRows::typicalHour));
  }

  @Override
  public List<StationMonth> listStationMonths(StationKey key) {
    return database.ask(
        "read the months of " + key,
        sql ->
            sql.list(
                "SELECT * FROM bikes.v_station_reliability WHERE contract = ? AND station_id = ?"
                    + " ORDER BY calendar_year DESC, calendar_month DESC",
                row -> row.text(key.contract()).text(key.stationId()),
                InsightRows::stationMonth));
  }

  @Override
  public List<StationSum> listStationSums(String contract, Instant from, Instant to) {
    return database.ask(
        "add up the stations of " + contract,
        sql ->
            sql.list(
                "SELECT station_id, MAX(name) AS name, MIN(hour_start_utc) AS hour_start_utc,"
                    + TotalRows.SUMS
                    + ", 1 AS stations FROM bikes.v_station_hour"
                    + " WHERE contract = ? AND hour_start_utc >= ? AND hour_start_utc < ?"
                    + " GROUP BY station_id ORDER BY station_id",
                row -> row.text(contract).time(from).time(to),
                row -> InsightRows.stationSum(contract, row)));
  }

  @Override
  public List<ContractMonth> listContractMonths(String contract) {
    return database.ask(
        "read the months of " + contract,
        sql ->
            sql.list(
                "SELECT YEAR(local_date) AS calendar_year, MONTH(local_date) AS calendar_month,"
                    + " COUNT(*) AS days, MAX(stations) AS stations,"
                    + " SUM(CAST(arrivals AS BIGINT)) AS arrivals,"
                    + " SUM(CAST(departures AS BIGINT)) AS departures,"
                    + " SUM(minutes_empty) / NULLIF(SUM(minutes_known), 0) AS share_empty,"
                    + " SUM(minutes_full) / NULLIF(SUM(minutes_known), 0) AS share_full,"
                    + " SUM(minutes_known) / SUM(minutes_known + minutes_unknown + minutes_closed)"
                    + " AS coverage FROM bikes.v_contract_day WHERE contract = ?"
                    + " GROUP BY YEAR(local_date), MONTH(local_date)"
                    + " ORDER BY calendar_year DESC, calendar_month DESC",
                row -> row.text(contract),
                InsightRows::contractMonth));
  }

  @Override
  public List<PlacedStation> listStations(String contract, LocalDate date) {
    return database.ask(
        "read the stations of " + contract,
        sql -> List.copyOf(InsightRows.newest(sql, contract, date)));
  }

  @Override
  public List<FeedAnswers> listFeedAnswers(Instant from) {
    return database.ask(
        "read how providers answered since " + from,
        sql ->
            sql.list(
                "SELECT source, contract, country_code, SUM(CAST(calls AS BIGINT)) AS calls,"
                    + " SUM(CAST(failures AS BIGINT)) AS failures,"
                    + " SUM(CAST(gaps AS BIGINT)) AS gaps,"
                    + InsightRows.meanOfHours("latency_p50_ms", "median_ms")
                    + InsightRows.meanOfHours("latency_p95_ms", "p95_ms")
                    + " MAX(latency_max_ms) AS slowest_ms FROM bikes.v_api_response_time"
                    + " WHERE hour_start_utc >= ? GROUP BY source, contract, country_code"
                    + " ORDER BY contract, source",
                row -> row.time(from),
                InsightRows::feedAnswers));
  }

  @Override
  public List<RejectedReason> listRejectedReasons(Instant from, Instant to) {
    return database.ask(
        "count why records were rejected since " + from,
        sql -> RejectedRows.reasons(sql, from, to));
  }

  @Override
  public void close() {
    database.close();
  }
}
