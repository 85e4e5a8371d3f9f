-- Which hours of the day see the most bikes move, by contract?
SELECT contract, local_hour,
  SUM(arrivals + departures) AS movements_at_least,
  CAST(AVG(coverage) AS DECIMAL(5, 3)) AS coverage
FROM bikes.v_station_hour
GROUP BY contract, local_hour
ORDER BY contract, movements_at_least DESC
