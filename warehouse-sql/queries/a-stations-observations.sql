-- What did station 7 of Lyon say in the morning of the second of March, to the minute?
SELECT local_time, source, status, unknown_reason, bikes, docks, capacity
FROM bikes.v_observation
WHERE contract = 'lyon' AND station_id = '7'
  AND observed_at >= '2026-03-02T04:30:00' AND observed_at < '2026-03-02T06:00:00'
ORDER BY observed_at
