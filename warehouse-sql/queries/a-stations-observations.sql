-- What did station 7 of Lyon say in the last three hours loaded, to the minute?
SELECT local_time, source, status, unknown_reason, bikes, docks, capacity
FROM bikes.v_observation
WHERE contract = 'lyon' AND station_id = '7'
  AND observed_at >= DATEADD(HOUR, -3, (SELECT MAX(day_end_utc) FROM bikes.v_loaded_day WHERE contract = 'lyon'))
ORDER BY observed_at
