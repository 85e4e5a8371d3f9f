-- The views for analysts, documented column by column in warehouse-sql/README.md, and those the
-- dashboard is served from. One text for both databases; what differs is filled in by the migrator.

CREATE OR ${replace} VIEW bikes.v_schema_version AS
SELECT MAX(CAST("version" AS INT)) AS schema_version
FROM bikes."flyway_schema_history"
WHERE "success" = 1 AND "version" IS NOT NULL;
${go}

CREATE OR ${replace} VIEW bikes.v_contract AS
SELECT contract, commercial_name, country_code, country, time_zone, latitude, longitude, first_seen, last_seen
FROM bikes.dim_contract;
${go}

CREATE OR ${replace} VIEW bikes.v_station AS
SELECT s.contract, s.station_id, s.station_key, s.name, s.address, s.latitude, s.longitude, s.capacity,
  s.banking, s.bonus, s.valid_from, s.valid_to, s.is_current
FROM bikes.dim_station s
WHERE s.excluded_reason IS NULL;
${go}

CREATE OR ${replace} VIEW bikes.v_loaded_through AS
SELECT d.contract, MIN(d.day_end_utc) AS loaded_through
FROM bikes.loaded_day d
JOIN bikes.loaded_day f ON f.contract = d.contract AND f.loaded_first = 1 AND f.local_date <= d.local_date
LEFT JOIN bikes.loaded_day n ON n.contract = d.contract AND n.local_date = DATEADD(DAY, 1, d.local_date)
WHERE n.contract IS NULL
GROUP BY d.contract;
${go}

CREATE OR ${replace} VIEW bikes.v_loaded_day AS
SELECT contract, local_date, day_start_utc, day_end_utc, seed_changed, records_read, read_to, stations,
  observations, duplicates, loaded_at
FROM bikes.loaded_day;
${go}

CREATE OR ${replace} VIEW bikes.v_load_run AS
SELECT run_id, contract, local_date, started_at, finished_at, status, rows_read, rows_duplicate, rows_rejected,
  rows_loaded, hours_loaded, hours_differing, error
FROM bikes.load_run;
${go}

CREATE OR ${replace} VIEW bikes.v_station_hour AS
SELECT k.contract, k.station_id, f.station_key, s.name, s.latitude, s.longitude,
  f.hour_start_utc, f.hour_end_utc, f.local_date, f.local_hour,
  f.arrivals, f.departures, f.arrivals - f.departures AS net_flow, f.net_unobserved,
  f.opening_bikes, f.closing_bikes, f.min_bikes, f.mean_bikes, f.max_bikes,
  f.min_docks, f.mean_docks, f.max_docks, f.mean_broken_docks, f.suspected_rebalancing,
  CASE WHEN f.mean_bikes + f.mean_docks > 0 THEN f.mean_bikes / (f.mean_bikes + f.mean_docks) END AS occupancy,
  CAST(f.empty_ms AS FLOAT) / 60000 AS minutes_empty,
  CAST(f.full_ms AS FLOAT) / 60000 AS minutes_full,
  CAST(f.unknown_ms AS FLOAT) / 60000 AS minutes_unknown,
  CAST(f.closed_ms AS FLOAT) / 60000 AS minutes_closed,
  CAST(f.known_ms AS FLOAT) / 60000 AS minutes_known,
  CAST(f.known_ms AS FLOAT) / (f.known_ms + f.unknown_ms + f.closed_ms) AS coverage,
  f.capacity
FROM bikes.fact_station_hour f
JOIN bikes.dim_station_key k ON k.station_key = f.station_key
LEFT JOIN bikes.dim_station s ON s.station_key = f.station_key
  AND s.effective_from <= f.hour_start_utc AND f.hour_start_utc < s.valid_to
WHERE s.excluded_reason IS NULL;
${go}

CREATE OR ${replace} VIEW bikes.v_contract_hour AS
SELECT h.contract, h.hour_start_utc, h.hour_end_utc, h.local_date, h.local_hour, h.stations, h.arrivals, h.departures,
  h.net_unobserved, h.suspected_rebalancing,
  CAST(h.empty_ms AS FLOAT) / 60000 AS minutes_empty,
  CAST(h.full_ms AS FLOAT) / 60000 AS minutes_full,
  CAST(h.unknown_ms AS FLOAT) / 60000 AS minutes_unknown,
  CAST(h.closed_ms AS FLOAT) / 60000 AS minutes_closed,
  CAST(h.known_ms AS FLOAT) / 60000 AS minutes_known,
  CAST(h.known_ms AS FLOAT) / (h.known_ms + h.unknown_ms + h.closed_ms) AS coverage,
  h.bikes_ms / NULLIF(h.known_ms, 0) AS mean_bikes_per_station,
  h.taken_ms / NULLIF(h.taken_ms + h.free_ms, 0) AS occupancy
FROM bikes.sum_contract_hour h;
${go}

CREATE OR ${replace} VIEW bikes.v_contract_day AS
SELECT d.contract, c.commercial_name, c.country_code, c.country, d.local_date, d.stations, d.station_hours,
  d.arrivals, d.departures, d.net_unobserved, d.suspected_rebalancing,
  CAST(d.empty_ms AS FLOAT) / 60000 AS minutes_empty,
  CAST(d.full_ms AS FLOAT) / 60000 AS minutes_full,
  CAST(d.unknown_ms AS FLOAT) / 60000 AS minutes_unknown,
  CAST(d.closed_ms AS FLOAT) / 60000 AS minutes_closed,
  CAST(d.known_ms AS FLOAT) / 60000 AS minutes_known,
  CAST(d.known_ms AS FLOAT) / (d.known_ms + d.unknown_ms + d.closed_ms) AS coverage,
  d.bikes_ms / NULLIF(d.known_ms, 0) AS mean_bikes_per_station,
  d.taken_ms / NULLIF(d.taken_ms + d.free_ms, 0) AS occupancy
FROM bikes.sum_contract_day d
JOIN bikes.dim_contract c ON c.contract = d.contract;
${go}

CREATE OR ${replace} VIEW bikes.v_country_day AS
SELECT c.country_code, c.country, d.local_date,
  COUNT(*) AS contracts,
  SUM(d.stations) AS stations,
  SUM(d.arrivals) AS arrivals,
  SUM(d.departures) AS departures,
  SUM(d.net_unobserved) AS net_unobserved,
  CAST(SUM(d.empty_ms) AS FLOAT) / 60000 AS minutes_empty,
  CAST(SUM(d.full_ms) AS FLOAT) / 60000 AS minutes_full,
  CAST(SUM(d.known_ms) AS FLOAT) / 60000 AS minutes_known,
  CAST(SUM(d.known_ms) AS FLOAT) / SUM(d.known_ms + d.unknown_ms + d.closed_ms) AS coverage,
  SUM(d.taken_ms) / NULLIF(SUM(d.taken_ms + d.free_ms), 0) AS occupancy
FROM bikes.sum_contract_day d
JOIN bikes.dim_contract c ON c.contract = d.contract
GROUP BY c.country_code, c.country, d.local_date;
${go}

-- share_empty_before is that of the calendar month before, for a comparison month over month.
CREATE OR ${replace} VIEW bikes.v_station_reliability AS
SELECT m.contract, k.station_id, m.station_key, s.name, m.calendar_year, m.calendar_month, m.days,
  CAST(m.empty_ms AS FLOAT) / NULLIF(m.known_ms, 0) AS share_empty,
  CAST(m.full_ms AS FLOAT) / NULLIF(m.known_ms, 0) AS share_full,
  CAST(m.known_ms AS FLOAT) / (m.known_ms + m.unknown_ms + m.closed_ms) AS coverage,
  m.arrivals, m.departures,
  CAST(b.empty_ms AS FLOAT) / NULLIF(b.known_ms, 0) AS share_empty_before,
  CAST(b.full_ms AS FLOAT) / NULLIF(b.known_ms, 0) AS share_full_before
FROM bikes.sum_station_month m
JOIN bikes.dim_station_key k ON k.station_key = m.station_key
LEFT JOIN bikes.dim_station s ON s.station_key = m.station_key AND s.is_last = 1
LEFT JOIN bikes.sum_station_month b ON b.contract = m.contract AND b.station_key = m.station_key
  AND b.calendar_year = CASE WHEN m.calendar_month = 1 THEN m.calendar_year - 1 ELSE m.calendar_year END
  AND b.calendar_month = CASE WHEN m.calendar_month = 1 THEN 12 ELSE m.calendar_month - 1 END;
${go}

CREATE OR ${replace} VIEW bikes.v_broken_docks AS
SELECT d.contract, k.station_id, d.station_key, d.local_date, s.name, d.capacity,
  d.broken_ms / NULLIF(d.broken_known_ms, 0) AS mean_broken_docks,
  CAST(d.known_ms AS FLOAT) / (d.known_ms + d.unknown_ms + d.closed_ms) AS coverage
FROM bikes.sum_station_day d
JOIN bikes.dim_station_key k ON k.station_key = d.station_key
LEFT JOIN bikes.dim_station s ON s.station_key = d.station_key AND s.is_last = 1;
${go}

CREATE OR ${replace} VIEW bikes.v_data_quality_day AS
SELECT d.contract, d.local_date, d.records_read, d.duplicates, d.stations, d.observations, d.loaded_at,
  q.station_hours,
  CAST(q.known_ms AS FLOAT) / (q.known_ms + q.unknown_ms + q.closed_ms) AS coverage,
  CAST(q.unknown_ms AS FLOAT) / 60000 AS minutes_unknown,
  CAST(q.closed_ms AS FLOAT) / 60000 AS minutes_closed,
  q.net_unobserved,
  (SELECT SUM(p.calls) FROM bikes.fact_poll_hour p WHERE p.contract = d.contract
    AND p.hour_start_utc >= d.day_start_utc AND p.hour_start_utc < d.day_end_utc) AS calls,
  (SELECT SUM(p.failures) FROM bikes.fact_poll_hour p WHERE p.contract = d.contract
    AND p.hour_start_utc >= d.day_start_utc AND p.hour_start_utc < d.day_end_utc) AS failed_calls,
  (SELECT SUM(p.gaps) FROM bikes.fact_poll_hour p WHERE p.contract = d.contract
    AND p.hour_start_utc >= d.day_start_utc AND p.hour_start_utc < d.day_end_utc) AS gaps,
  (SELECT COUNT(*) FROM bikes.rejected_record r WHERE r.contract = d.contract
    AND r.polled_at >= d.day_start_utc AND r.polled_at < d.day_end_utc) AS rejected
FROM bikes.loaded_day d
LEFT JOIN bikes.sum_contract_day q ON q.contract = d.contract AND q.local_date = d.local_date;
${go}

-- An episode begins with a piece that nothing comes before, and ends with the first from there that nothing
-- follows: pieces are joined where one day's end and the next one's begin both say that it goes on. Asked
-- for one station or some weeks, no others are looked at.
CREATE OR ${replace} VIEW bikes.v_stockout_episode AS
SELECT o.contract, o.station_id, o.station_key, s.name, o.kind, o.start_utc, z.end_utc,
  DATEDIFF(DAY, o.start_utc, z.end_utc) * 1440
    + CAST(DATEDIFF(MILLISECOND, DATEADD(DAY, DATEDIFF(DAY, o.start_utc, z.end_utc), o.start_utc), z.end_utc) AS FLOAT)
    / 60000 AS minutes,
  o.local_date AS first_local_date, z.local_date AS last_local_date,
  o.continues_before AS start_unseen, z.continues_after AS still_going
FROM (
  SELECT k.contract, k.station_id, f.station_key, f.kind, f.start_utc, f.local_date, f.continues_before,
    CASE WHEN f.continues_after = 0 THEN f.start_utc ELSE (
      SELECT p.start_utc
      FROM bikes.fact_stockout_episode p
      WHERE p.station_key = f.station_key AND p.kind = f.kind AND p.start_utc >= f.start_utc
        AND (p.continues_after = 0 OR NOT EXISTS (
          SELECT 1 FROM bikes.fact_stockout_episode n
          WHERE n.station_key = p.station_key AND n.kind = p.kind AND n.start_utc = p.end_utc
            AND n.continues_before = 1))
      ORDER BY p.station_key, p.kind, p.start_utc
      OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY) END AS last_start_utc
  FROM bikes.dim_station_key k
  JOIN bikes.fact_stockout_episode f ON f.station_key = k.station_key
  WHERE f.continues_before = 0 OR NOT EXISTS (
    SELECT 1 FROM bikes.fact_stockout_episode b
    WHERE b.station_key = f.station_key AND b.kind = f.kind AND b.end_utc = f.start_utc
      AND b.continues_after = 1)
) o
JOIN bikes.fact_stockout_episode z ON z.station_key = o.station_key AND z.kind = o.kind
  AND z.start_utc = o.last_start_utc
LEFT JOIN bikes.dim_station s ON s.station_key = o.station_key
  AND s.effective_from <= o.start_utc AND o.start_utc < s.valid_to
WHERE s.excluded_reason IS NULL;
${go}

CREATE OR ${replace} VIEW bikes.v_observation AS
SELECT k.contract, k.station_id, o.station_key, s.name, o.observed_at, o.local_time, o.polled_at, o.reported_at,
  o.source, o.status, o.unknown_reason, o.bikes, o.docks, o.capacity, o.mechanical_bikes, o.electrical_bikes,
  o.bikes_disabled, o.docks_disabled, o.banking, o.bonus, o.connected, o.overflow, o.present
FROM bikes.fact_observation o
JOIN bikes.dim_station_key k ON k.station_key = o.station_key
LEFT JOIN bikes.dim_station s ON s.station_key = o.station_key
  AND s.effective_from <= o.observed_at AND o.observed_at < s.valid_to
WHERE s.excluded_reason IS NULL;
${go}

CREATE OR ${replace} VIEW bikes.v_contract_typical_day AS
SELECT h.contract, CASE WHEN d.is_weekend = 1 THEN 'weekend' ELSE 'weekday' END AS day_type, h.local_hour,
  COUNT(*) AS hours,
  SUM(h.taken_ms) / NULLIF(SUM(h.taken_ms + h.free_ms), 0) AS mean_occupancy,
  CAST(SUM(h.arrivals) AS FLOAT) / COUNT(*) AS mean_arrivals,
  CAST(SUM(h.departures) AS FLOAT) / COUNT(*) AS mean_departures,
  CAST(SUM(h.empty_ms) AS FLOAT) / NULLIF(SUM(h.known_ms), 0) AS share_empty,
  CAST(SUM(h.full_ms) AS FLOAT) / NULLIF(SUM(h.known_ms), 0) AS share_full,
  CAST(SUM(h.known_ms) AS FLOAT) / SUM(h.known_ms + h.unknown_ms + h.closed_ms) AS coverage
FROM bikes.sum_contract_hour h
JOIN bikes.dim_date d ON d.local_date = h.local_date
GROUP BY h.contract, CASE WHEN d.is_weekend = 1 THEN 'weekend' ELSE 'weekday' END, h.local_hour;
${go}

-- Calls for all contracts at once ('*') have no country.
CREATE OR ${replace} VIEW bikes.v_api_response_time AS
SELECT p.source, p.contract, c.country_code, c.country, p.hour_start_utc, p.calls, p.failures, p.not_modified,
  p.latency_p50_ms, p.latency_p95_ms, p.latency_max_ms, p.bytes, p.stations, p.gaps
FROM bikes.fact_poll_hour p
LEFT JOIN bikes.dim_contract c ON c.contract = p.contract;
${go}

-- How far loads have come. One that says nothing for long is dead, whatever it said last.
CREATE OR ${replace} VIEW bikes.v_load_progress AS
SELECT load_id, what, started_at, noted_at,
  CASE WHEN status = 'RUNNING' AND noted_at < DATEADD(MINUTE, -5, ${now}) THEN 'DIED' ELSE status END AS status,
  status AS noted_status,
  days_done, days_failed, days_total, rows_read, rows_loaded, error
FROM bikes.load_progress;
${go}

CREATE OR ${replace} VIEW bikes.v_rejected_by_reason AS
SELECT r.contract, c.country_code, c.country, CAST(r.polled_at AS DATE) AS utc_date, r.source, r.field, r.reason,
  COUNT(*) AS records,
  COUNT(DISTINCT r.station_id) AS stations,
  MIN(r.polled_at) AS first_at,
  MAX(r.polled_at) AS last_at,
  MAX(r.offending_value) AS example_value
FROM bikes.rejected_record r
LEFT JOIN bikes.dim_contract c ON c.contract = r.contract
GROUP BY r.contract, c.country_code, c.country, CAST(r.polled_at AS DATE), r.source, r.field, r.reason;
${go}

CREATE OR ${replace} VIEW bikes.v_rejected_record AS
SELECT r.topic_partition, r.topic_offset, r.polled_at, r.source, r.contract, c.country, r.station_id, r.field,
  r.offending_value, r.reason, r.raw_text
FROM bikes.rejected_record r
LEFT JOIN bikes.dim_contract c ON c.contract = r.contract;
${go}

-- What follows is what the dashboard is served from, and what loads are checked by: plain rows, excluded stations among them.
CREATE OR ${replace} VIEW bikes.v_serving_hour AS
SELECT station_key, hour_start_utc, hour_end_utc, local_date, local_hour, arrivals, departures, net_unobserved,
  opening_bikes, closing_bikes, min_bikes, mean_bikes, max_bikes, min_docks, mean_docks, max_docks,
  mean_broken_docks, suspected_rebalancing, empty_ms, full_ms, unknown_ms, closed_ms, known_ms, capacity
FROM bikes.fact_station_hour;
${go}

CREATE OR ${replace} VIEW bikes.v_serving_point AS
SELECT station_key, observed_at, polled_at, source, reported_at, feed_updated_at, status, capacity, bikes, docks,
  mechanical_bikes, electrical_bikes, bikes_disabled, docks_disabled, banking, bonus, connected, overflow, present,
  last_observed_at, last_polled_at
FROM bikes.fact_observation;
${go}

CREATE OR ${replace} VIEW bikes.v_serving_close AS
SELECT k.contract, k.station_id, d.station_key, d.local_date, d.close_json
FROM bikes.station_day_close d
JOIN bikes.dim_station_key k ON k.station_key = d.station_key;
${go}

CREATE OR ${replace} VIEW bikes.v_serving_episode AS
SELECT station_key, kind, start_utc, end_utc, local_date, continues_before, continues_after
FROM bikes.fact_stockout_episode;
${go}

CREATE OR ${replace} VIEW bikes.v_serving_key AS
SELECT contract, station_id, station_key
FROM bikes.dim_station_key;
${go}

GRANT SELECT ON bikes.v_schema_version TO bikes_reader;
GRANT SELECT ON bikes.v_contract TO bikes_reader;
GRANT SELECT ON bikes.v_station TO bikes_reader;
GRANT SELECT ON bikes.v_loaded_through TO bikes_reader;
GRANT SELECT ON bikes.v_loaded_day TO bikes_reader;
GRANT SELECT ON bikes.v_load_run TO bikes_reader;
GRANT SELECT ON bikes.v_station_hour TO bikes_reader;
GRANT SELECT ON bikes.v_contract_day TO bikes_reader;
GRANT SELECT ON bikes.v_country_day TO bikes_reader;
GRANT SELECT ON bikes.v_station_reliability TO bikes_reader;
GRANT SELECT ON bikes.v_broken_docks TO bikes_reader;
GRANT SELECT ON bikes.v_data_quality_day TO bikes_reader;
GRANT SELECT ON bikes.v_stockout_episode TO bikes_reader;
GRANT SELECT ON bikes.v_observation TO bikes_reader;
GRANT SELECT ON bikes.v_api_response_time TO bikes_reader;
GRANT SELECT ON bikes.v_serving_hour TO bikes_reader;
GRANT SELECT ON bikes.v_serving_point TO bikes_reader;
GRANT SELECT ON bikes.v_serving_close TO bikes_reader;
GRANT SELECT ON bikes.v_serving_episode TO bikes_reader;
GRANT SELECT ON bikes.v_serving_key TO bikes_reader;
GRANT SELECT ON bikes.v_load_progress TO bikes_reader;
GRANT SELECT ON bikes.v_contract_hour TO bikes_reader;
GRANT SELECT ON bikes.v_contract_typical_day TO bikes_reader;
GRANT SELECT ON bikes.v_rejected_by_reason TO bikes_reader;
GRANT SELECT ON bikes.v_rejected_record TO bikes_reader;
${go}
