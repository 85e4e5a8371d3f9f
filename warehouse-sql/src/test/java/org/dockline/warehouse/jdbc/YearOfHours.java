package org.dockline.warehouse.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Fills H2 with a year of hours of made-up stations, by SQL alone, as loads would leave it. */
final class YearOfHours {

  /** The last day; the example queries ask for March 2026. */
  private static final LocalDate LAST = LocalDate.parse("2026-03-31");

  /** Stations of one contract follow each other, as their keys do after a load. */
  private static final String KEYS =
      "INSERT INTO bikes.dim_station_key (station_key, contract, station_id)"
          + " SELECT X, CASE WHEN MOD(X, 24) = 0 THEN 'lyon' ELSE 'city' || MOD(X, 24) END,"
          + " CASE WHEN X = 24 THEN '7' ELSE 's' || X END FROM SYSTEM_RANGE(1, {stations})";

  private static final String CONTRACT_ROWS =
      "INSERT INTO bikes.dim_contract (contract, country_code, country, time_zone)"
          + " SELECT CASE WHEN X = 0 THEN 'lyon' ELSE 'city' || X END, 'C' || MOD(X, 6),"
          + " 'Country ' || MOD(X, 6), 'UTC' FROM SYSTEM_RANGE(0, 23)";

  private static final String VERSIONS =
      "INSERT INTO bikes.dim_station (station_key, contract, station_id, since_date, valid_from,"
          + " valid_to, effective_from, is_current, is_last, name, capacity) SELECT station_key, contract,"
          + " station_id, '{first}', '1900-01-01', '9999-12-31', '1900-01-01', 1, 1,"
          + " 'Station ' || station_id, 20 FROM bikes.dim_station_key";

  private static final String LOADED =
      "INSERT INTO bikes.loaded_day (contract, local_date, day_start_utc, day_end_utc,"
          + " loaded_first, seed_changed, records_read, read_to, stations, observations,"
          + " duplicates, loaded_at) SELECT c.contract, d.local_date, d.local_date,"
          + " DATEADD(DAY, 1, d.local_date), CASE WHEN d.local_date = '{first}' THEN 1 ELSE 0 END, 0,"
          + " 14400, '0:1', 100, 8000, 0, d.local_date"
          + " FROM bikes.dim_contract c CROSS JOIN bikes.dim_date d";

  /** Bikes go up and down with the hour; each station is empty for a while, most days. */
  private static final String HOURS =
      "INSERT INTO bikes.fact_station_hour (station_key, hour_start_utc, hour_end_utc, local_date,"
          + " local_hour, arrivals, departures, net_unobserved, opening_bikes, closing_bikes,"
          + " min_bikes, mean_bikes, max_bikes, min_docks, mean_docks, max_docks,"
          + " mean_broken_docks, suspected_rebalancing, empty_ms, full_ms, unknown_ms, closed_ms,"
          + " known_ms, capacity)"
          + " SELECT k.X, DATEADD(HOUR, h.X, d.local_date), DATEADD(HOUR, h.X + 1, d.local_date),"
          + " d.local_date, h.X, MOD(k.X + h.X, 7), MOD(k.X + h.X + 3, 7), 0, 5, 5,"
          + " 0, MOD(k.X * 7 + h.X * 3 + d.day_of_month, 19), 19, 1,"
          + " 19 - MOD(k.X * 7 + h.X * 3 + d.day_of_month, 19), 20, 1, 0,"
          + " MOD(k.X + h.X, 9) * 60000, 0, 60000, 0, 3540000, 20"
          + " FROM SYSTEM_RANGE({from}, {to}) k CROSS JOIN bikes.dim_date d CROSS JOIN"
          + " SYSTEM_RANGE(0, 23) h";

  /** Three a day and station, of which every tenth station's goes over midnight. */
  private static final String EPISODES =
      "INSERT INTO bikes.fact_stockout_episode (station_key, kind, start_utc, end_utc, local_date,"
          + " continues_before, continues_after)"
          + " SELECT k.X, CASE WHEN e.X = 1 THEN 'FULL' ELSE 'EMPTY' END,"
          + " DATEADD(HOUR, e.X * 8, d.local_date),"
          + " CASE WHEN MOD(k.X, 10) = 0 AND e.X = 2 THEN DATEADD(DAY, 1, d.local_date)"
          + " ELSE DATEADD(MINUTE, e.X * 480 + MOD(k.X, 200) + 1, d.local_date) END, d.local_date,"
          + " CASE WHEN MOD(k.X, 10) = 0 AND e.X = 0 THEN 1 ELSE 0 END,"
          + " CASE WHEN MOD(k.X, 10) = 0 AND e.X = 2 THEN 1 ELSE 0 END"
          + " FROM SYSTEM_RANGE({from}, {to}) k CROSS JOIN bikes.dim_date d"
          + " CROSS JOIN SYSTEM_RANGE(0, 2) e";

  private static final String CALLS =
      "INSERT INTO bikes.fact_poll_hour (source, contract, hour_start_utc, calls, failures,"
          + " not_modified, latency_p50_ms, latency_p95_ms, latency_max_ms, bytes, stations, gaps)"
          + " SELECT 'gbfs-3', c.contract, DATEADD(HOUR, h.X, d.local_date), 360, 1, 0, 90, 300,"
          + " MOD(h.X * 77, 2000), 1000000, 36000, 0 FROM bikes.dim_contract c"
          + " CROSS JOIN bikes.dim_date d CROSS JOIN SYSTEM_RANGE(0, 23) h";

  private static final String REJECTED =
      "INSERT INTO bikes.rejected_record (topic_partition, topic_offset, polled_at, source,"
          + " contract, station_id, field, offending_value, reason, raw_text)"
          + " SELECT 0, X, DATEADD(MINUTE, -X, '{last}'), 'gbfs-3', 'lyon', 's' || MOD(X, 90), 'bikes',"
          + " '-' || MOD(X, 9), 'is negative', '{}' FROM SYSTEM_RANGE(1, 100000)";

  /** Station by station, in the order of the facts' keys: H2 writes each page once. */
  private static final int AT_ONCE = 20;

  private YearOfHours() {}

  static void fill(WarehouseLogin login, int stations, int days) throws SQLException {
    LocalDate first = LAST.minusDays(days - 1L);
    Map<String, Object> values = Map.of("stations", stations, "first", first, "last", LAST);
    try (var connection = login.connect()) {
      Sql sql = new Sql(connection);
      for (LocalDate date = first; !date.isAfter(LAST); date = date.plusDays(1)) {
        DateRows.addMissing(sql, date);
      }
      execute(sql, List.of(CONTRACT_ROWS, KEYS, VERSIONS), values);
      for (int from = 1; from <= stations; from += AT_ONCE) {
        int to = Math.min(stations, from + AT_ONCE - 1);
        execute(sql, List.of(HOURS, EPISODES), Map.of("from", from, "to", to));
      }
      execute(sql, List.of(LOADED, CALLS, REJECTED), values);
      execute(sql, sums(), Map.of());
      sql.execute("ANALYZE SAMPLE_SIZE 10000");
    }
  }

  private static void execute(Sql sql, List<String> commands, Map<String, ?> values)
      throws SQLException {
    for (String command : commands) {
      String filled = command;
      for (Map.Entry<String, ?> value : values.entrySet()) {
        filled = filled.replace("{" + value.getKey() + "}", value.getValue().toString());
      }
      sql.execute(filled);
    }
  }

  /** What the migration fills its sums with. */
  private static List<String> sums() {
    try (InputStream script =
        YearOfHours.class.getResourceAsStream("/db/warehouse/h2/V5__sums.sql")) {
      String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split(";\\n"))
          .map(String::strip)
          .filter(statement -> statement.startsWith("INSERT"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
