-- Which stations of Lyon had no bike, or no free dock, for longest at a stretch in the last 30 days?
SELECT contract, station_id, name, kind, start_utc, end_utc,
  CAST(minutes AS DECIMAL(9, 1)) AS minutes, start_unseen, still_going
FROM bikes.v_stockout_episode
WHERE contract = 'lyon'
  AND start_utc >= DATEADD(DAY, -30, (SELECT MAX(day_end_utc) FROM bikes.v_loaded_day))
ORDER BY minutes DESC, contract, station_id, start_utc
OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY
