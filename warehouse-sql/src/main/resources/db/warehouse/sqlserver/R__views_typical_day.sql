-- The typical day of a station. Its quantiles are those of the nearest rank: each is the occupancy of an
-- hour that was, the least one that so large a share of the hours does not exceed. Unlike the other views in
-- one point: SQL Server has no aggregates for quantiles, H2 is quick with those only. Here places are counted
-- from both ends, so that every hour knows how many there are.

CREATE OR ALTER VIEW bikes.v_typical_day AS
SELECT h.contract, h.station_id, h.station_key, h.day_type, h.local_hour,
  COUNT(*) AS hours,
  SUM(h.mean_bikes * h.known_ms) / SUM((h.mean_bikes + h.mean_docks) * h.known_ms) AS mean_occupancy,
  MIN(CASE WHEN h.place >= 0.1 * (h.place + h.place_from_above - 1) THEN h.occupancy END) AS occupancy_q10,
  MIN(CASE WHEN h.place >= 0.25 * (h.place + h.place_from_above - 1) THEN h.occupancy END) AS occupancy_q25,
  MIN(CASE WHEN h.place >= 0.5 * (h.place + h.place_from_above - 1) THEN h.occupancy END) AS occupancy_median,
  MIN(CASE WHEN h.place >= 0.75 * (h.place + h.place_from_above - 1) THEN h.occupancy END) AS occupancy_q75,
  MIN(CASE WHEN h.place >= 0.9 * (h.place + h.place_from_above - 1) THEN h.occupancy END) AS occupancy_q90,
  SUM(h.mean_bikes * h.known_ms) / SUM(h.known_ms) AS mean_bikes,
  CAST(SUM(h.empty_ms) AS FLOAT) / SUM(h.known_ms) AS share_empty,
  CAST(SUM(h.full_ms) AS FLOAT) / SUM(h.known_ms) AS share_full,
  CAST(SUM(h.known_ms) AS FLOAT) / SUM(h.known_ms + h.unknown_ms + h.closed_ms) AS coverage
FROM (
  SELECT o.contract, o.station_id, o.station_key, o.day_type, o.local_hour, o.occupancy, o.mean_bikes, o.mean_docks,
    o.empty_ms, o.full_ms, o.known_ms, o.unknown_ms, o.closed_ms,
    ROW_NUMBER() OVER (PARTITION BY o.station_key, o.day_type, o.local_hour
      ORDER BY o.occupancy, o.hour_start_utc) AS place,
    ROW_NUMBER() OVER (PARTITION BY o.station_key, o.day_type, o.local_hour
      ORDER BY o.occupancy DESC, o.hour_start_utc DESC) AS place_from_above
  FROM (
    SELECT k.contract, k.station_id, k.station_key,
      CASE WHEN d.is_weekend = 1 THEN 'weekend' ELSE 'weekday' END AS day_type,
      f.local_hour, f.hour_start_utc, f.mean_bikes / (f.mean_bikes + f.mean_docks) AS occupancy,
      f.mean_bikes, f.mean_docks, f.empty_ms, f.full_ms, f.known_ms, f.unknown_ms, f.closed_ms
    FROM bikes.dim_station_key k
    JOIN bikes.fact_station_hour f ON f.station_key = k.station_key
    JOIN bikes.dim_date d ON d.local_date = f.local_date
    LEFT JOIN bikes.dim_station s ON s.station_key = f.station_key
      AND s.effective_from <= f.hour_start_utc AND f.hour_start_utc < s.valid_to
    WHERE s.excluded_reason IS NULL AND f.mean_bikes + f.mean_docks > 0
  ) o
) h
GROUP BY h.contract, h.station_id, h.station_key, h.day_type, h.local_hour;
GO

GRANT SELECT ON bikes.v_typical_day TO bikes_reader;
GO
