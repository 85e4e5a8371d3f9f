-- Which stations had most of their docks out of order on the newest day loaded?
SELECT contract, station_id, name, capacity,
  CAST(mean_broken_docks AS DECIMAL(7, 2)) AS mean_broken_docks,
  CAST(coverage AS DECIMAL(5, 3)) AS coverage
FROM bikes.v_broken_docks
WHERE local_date = (SELECT MAX(local_date) FROM bikes.v_loaded_day) AND mean_broken_docks > 0
ORDER BY mean_broken_docks DESC, contract, station_id
OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY
