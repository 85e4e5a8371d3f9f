-- The typical day of a station. Its quantiles are those of the nearest rank: each is the occupancy of an
-- hour that was. Unlike the other views in one point: H2 is quick with its aggregates for quantiles only, SQL
-- Server has none. Of n hours H2 takes the rank nearest to 1 + (n - 1) p, SQL Server the first from n p on: of
-- few hours they may name neighbours.

CREATE OR REPLACE VIEW bikes.v_typical_day AS
SELECT k.contract, k.station_id, k.station_key,
  CASE WHEN d.is_weekend = 1 THEN 'weekend' ELSE 'weekday' END AS day_type,
  f.local_hour,
  COUNT(*) AS hours,
  SUM(f.mean_bikes * f.known_ms) / SUM((f.mean_bikes + f.mean_docks) * f.known_ms) AS mean_occupancy,
  PERCENTILE_DISC(0.1) WITHIN GROUP (ORDER BY f.mean_bikes / (f.mean_bikes + f.mean_docks)) AS occupancy_q10,
  PERCENTILE_DISC(0.25) WITHIN GROUP (ORDER BY f.mean_bikes / (f.mean_bikes + f.mean_docks)) AS occupancy_q25,
  PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY f.mean_bikes / (f.mean_bikes + f.mean_docks)) AS occupancy_median,
  PERCENTILE_DISC(0.75) WITHIN GROUP (ORDER BY f.mean_bikes / (f.mean_bikes + f.mean_docks)) AS occupancy_q75,
  PERCENTILE_DISC(0.9) WITHIN GROUP (ORDER BY f.mean_bikes / (f.mean_bikes + f.mean_docks)) AS occupancy_q90,
  SUM(f.mean_bikes * f.known_ms) / SUM(f.known_ms) AS mean_bikes,
  CAST(SUM(f.empty_ms) AS FLOAT) / SUM(f.known_ms) AS share_empty,
  CAST(SUM(f.full_ms) AS FLOAT) / SUM(f.known_ms) AS share_full,
  CAST(SUM(f.known_ms) AS FLOAT) / SUM(f.known_ms + f.unknown_ms + f.closed_ms) AS coverage
FROM bikes.dim_station_key k
JOIN bikes.fact_station_hour f ON f.station_key = k.station_key
JOIN bikes.dim_date d ON d.local_date = f.local_date
LEFT JOIN bikes.dim_station s ON s.station_key = f.station_key
  AND s.effective_from <= f.hour_start_utc AND f.hour_start_utc < s.valid_to
WHERE s.excluded_reason IS NULL AND f.mean_bikes + f.mean_docks > 0
GROUP BY k.contract, k.station_id, k.station_key,
  CASE WHEN d.is_weekend = 1 THEN 'weekend' ELSE 'weekday' END, f.local_hour;

GRANT SELECT ON bikes.v_typical_day TO bikes_reader;
