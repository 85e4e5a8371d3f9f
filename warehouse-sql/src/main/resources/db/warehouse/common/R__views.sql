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

CREATE OR ${replace} VIEW bikes.v_contract_day AS
SELECT h.contract, c.commercial_name, c.country_code, c.country, h.local_date,
  COUNT(DISTINCT h.station_key) AS stations,
  COUNT(*) AS station_hours,
  SUM(h.arrivals) AS arrivals,
  SUM(h.departures) AS departures,
  SUM(h.net_unobserved) AS net_unobserved,
  SUM(h.suspected_rebalancing) AS suspected_rebalancing,
  SUM(h.minutes_empty) AS minutes_empty,
  SUM(h.minutes_full) AS minutes_full,
  SUM(h.minutes_unknown) AS minutes_unknown,
  SUM(h.minutes_closed) AS minutes_closed,
  SUM(h.minutes_known) AS minutes_known,
  SUM(h.minutes_known) / SUM(h.minutes_known + h.minutes_unknown + h.minutes_closed) AS coverage,
  SUM(h.mean_bikes * h.minutes_known) / NULLIF(SUM(h.minutes_known), 0) AS mean_bikes_per_station
FROM bikes.v_station_hour h
JOIN bikes.dim_contract c ON c.contract = h.contract
GROUP BY h.contract, c.commercial_name, c.country_code, c.country, h.local_date;
${go}

CREATE OR ${replace} VIEW bikes.v_country_day AS
SELECT d.country_code, d.country, d.local_date,
  COUNT(*) AS contracts,
  SUM(d.stations) AS stations,
  SUM(d.arrivals) AS arrivals,
  SUM(d.departures) AS departures,
  SUM(d.net_unobserved) AS net_unobserved,
  SUM(d.minutes_empty) AS minutes_empty,
  SUM(d.minutes_full) AS minutes_full,
  SUM(d.minutes_known) AS minutes_known,
  SUM(d.minutes_known) / SUM(d.minutes_known + d.minutes_unknown + d.minutes_closed) AS coverage
FROM bikes.v_contract_day d
GROUP BY d.country_code, d.country, d.local_date;
${go}

CREATE OR ${replace} VIEW bikes.v_station_reliability AS
SELECT h.contract, h.station_id, h.station_key,
  YEAR(h.local_date) AS calendar_year, MONTH(h.local_date) AS calendar_month,
  MAX(h.name) AS name,
  SUM(h.minutes_empty) / NULLIF(SUM(h.minutes_known), 0) AS share_empty,
  SUM(h.minutes_full) / NULLIF(SUM(h.minutes_known), 0) AS share_full,
  SUM(h.minutes_known) / SUM(h.minutes_known + h.minutes_unknown + h.minutes_closed) AS coverage,
  SUM(h.arrivals) AS arrivals,
  SUM(h.departures) AS departures
FROM bikes.v_station_hour h
GROUP BY h.contract, h.station_id, h.station_key, YEAR(h.local_date), MONTH(h.local_date);
${go}

CREATE OR ${replace} VIEW bikes.v_broken_docks AS
SELECT h.contract, h.station_id, h.station_key, h.local_date,
  MAX(h.name) AS name,
  MAX(h.capacity) AS capacity,
  SUM(h.mean_broken_docks * h.minutes_known)
    / NULLIF(SUM(CASE WHEN h.mean_broken_docks IS NULL THEN 0 ELSE h.minutes_known END), 0) AS mean_broken_docks,
  SUM(h.minutes_known) / SUM(h.minutes_known + h.minutes_unknown + h.minutes_closed) AS coverage
FROM bikes.v_station_hour h
GROUP BY h.contract, h.station_id, h.station_key, h.local_date;
${go}

CREATE OR ${replace} VIEW bikes.v_data_quality_day AS
SELECT d.contract, d.local_date, d.records_read, d.duplicates, d.stations, d.observations, d.loaded_at,
  q.station_hours, q.coverage, q.minutes_unknown, q.minutes_closed, q.net_unobserved
FROM bikes.loaded_day d
LEFT JOIN bikes.v_contract_day q ON q.contract = d.contract AND q.local_date = d.local_date;
${go}

CREATE OR ${replace} VIEW bikes.v_stockout_episode AS
SELECT k.contract, k.station_id, e.station_key, s.name, e.kind, e.start_utc, e.end_utc,
  e.total_ms / 60000 AS minutes,
  e.first_local_date, e.last_local_date, e.start_unseen, e.still_going
FROM (
  SELECT r.station_key, r.kind, MIN(r.start_utc) AS start_utc, MAX(r.end_utc) AS end_utc,
    SUM(CAST(DATEDIFF(MILLISECOND, r.start_utc, r.end_utc) AS FLOAT)) AS total_ms,
    MIN(r.local_date) AS first_local_date, MAX(r.local_date) AS last_local_date,
    MAX(CASE WHEN r.opens = 1 AND r.continues_before = 1 THEN 1 ELSE 0 END) AS start_unseen,
    MAX(CASE WHEN r.continues_after = 1 AND (r.next_start IS NULL OR r.next_start <> r.end_utc) THEN 1 ELSE 0 END)
      AS still_going
  FROM (
    SELECT p.station_key, p.kind, p.start_utc, p.end_utc, p.local_date, p.continues_before, p.continues_after,
      p.opens, p.next_start,
      SUM(p.opens) OVER (PARTITION BY p.station_key, p.kind ORDER BY p.start_utc
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
    FROM (
      SELECT f.station_key, f.kind, f.start_utc, f.end_utc, f.local_date, f.continues_before, f.continues_after,
        CASE WHEN f.continues_before = 1
          AND LAG(f.end_utc) OVER (PARTITION BY f.station_key, f.kind ORDER BY f.start_utc) = f.start_utc
          THEN 0 ELSE 1 END AS opens,
        LEAD(f.start_utc) OVER (PARTITION BY f.station_key, f.kind ORDER BY f.start_utc) AS next_start
      FROM bikes.fact_stockout_episode f
    ) p
  ) r
  GROUP BY r.station_key, r.kind, r.run
) e
JOIN bikes.dim_station_key k ON k.station_key = e.station_key
LEFT JOIN bikes.dim_station s ON s.station_key = e.station_key
  AND s.effective_from <= e.start_utc AND e.start_utc < s.valid_to
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

CREATE OR ${replace} VIEW bikes.v_api_response_time AS
SELECT p.source, p.contract, c.country, p.hour_start_utc, p.calls, p.failures, p.not_modified,
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
GRANT SELECT ON bikes.v_rejected_record TO bikes_reader;
${go}
