-- The typical day of a station. Its quantiles are those of the nearest rank: each is the occupancy of an
-- hour that was. Unlike the other views in one point: SQL Server knows quantiles as window functions
-- only, H2 is quick with aggregates only.

CREATE OR ALTER VIEW bikes.v_typical_day AS
SELECT h.contract, h.station_id, h.station_key, h.day_type, h.local_hour,
  COUNT(*) AS hours,
  SUM(h.mean_bikes * h.known_ms) / SUM((h.mean_bikes + h.mean_docks) * h.known_ms) AS mean_occupancy,
  MIN(h.q10) AS occupancy_q10,
  MIN(h.q25) AS occupancy_q25,
  MIN(h.q50) AS occupancy_median,
  MIN(h.q75) AS occupancy_q75,
  MIN(h.q90) AS occupancy_q90,
  SUM(h.mean_bikes * h.known_ms) / SUM(h.known_ms) AS mean_bikes,
  CAST(SUM(h.empty_ms) AS FLOAT) / SUM(h.known_ms) AS share_empty,
  CAST(SUM(h.full_ms) AS FLOAT) / SUM(h.known_ms) AS share_full,
  CAST(SUM(h.known_ms) AS FLOAT) / SUM(h.known_ms + h.unknown_ms + h.closed_ms) AS coverage
FROM (
  SELECT k.contract, k.station_id, k.station_key,
    CASE WHEN d.is_weekend = 1 THEN 'weekend' ELSE 'weekday' END AS day_type,
    f.local_hour, f.mean_bikes, f.mean_docks, f.empty_ms, f.full_ms, f.known_ms, f.unknown_ms, f.closed_ms,
    PERCENTILE_DISC(0.1) WITHIN GROUP (ORDER BY f.mean_bikes / (f.mean_bikes + f.mean_docks))
      OVER (PARTITION BY k.station_key, d.is_weekend, f.local_hour) AS q10,
    PERCENTILE_DISC(0.25) WITHIN GROUP (ORDER BY f.mean_bikes / (f.mean_bikes + f.mean_docks))
      OVER (PARTITION BY k.station_key, d.is_weekend, f.local_hour) AS q25,
    PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY f.mean_bikes / (f.mean_bikes + f.mean_docks))
      OVER (PARTITION BY k.station_key, d.is_weekend, f.local_hour) AS q50,
    PERCENTILE_DISC(0.75) WITHIN GROUP (ORDER BY f.mean_bikes / (f.mean_bikes + f.mean_docks))
      OVER (PARTITION BY k.station_key, d.is_weekend, f.local_hour) AS q75,
    PERCENTILE_DISC(0.9) WITHIN GROUP (ORDER BY f.mean_bikes / (f.mean_bikes + f.mean_docks))
      OVER (PARTITION BY k.station_key, d.is_weekend, f.local_hour) AS q90
  FROM bikes.dim_station_key k
  JOIN bikes.fact_station_hour f ON f.station_key = k.station_key
  JOIN bikes.dim_date d ON d.local_date = f.local_date
  LEFT JOIN bikes.dim_station s ON s.station_key = f.station_key
    AND s.effective_from <= f.hour_start_utc AND f.hour_start_utc < s.valid_to
  WHERE s.excluded_reason IS NULL AND f.mean_bikes + f.mean_docks > 0
) h
GROUP BY h.contract, h.station_id, h.station_key, h.day_type, h.local_hour;
GO

GRANT SELECT ON bikes.v_typical_day TO bikes_reader;
GO
