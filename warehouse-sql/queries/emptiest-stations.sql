-- Which ten stations were without a bike for the largest share of the time they were known?
SELECT contract, station_id, MAX(name) AS name,
  CAST(SUM(minutes_empty) / NULLIF(SUM(minutes_known), 0) AS DECIMAL(5, 3)) AS share_empty,
  CAST(SUM(minutes_known) / SUM(minutes_known + minutes_unknown + minutes_closed) AS DECIMAL(5, 3)) AS coverage
FROM bikes.v_station_hour
GROUP BY contract, station_id
HAVING SUM(minutes_known) > 0
ORDER BY share_empty DESC
OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY
