-- Which hours of the day saw the most bikes move in the last 30 days loaded, by contract?
SELECT contract, local_hour,
  SUM(arrivals + departures) AS movements_at_least,
  CAST(AVG(coverage) AS DECIMAL(5, 3)) AS coverage
FROM bikes.v_contract_hour
WHERE local_date > DATEADD(DAY, -30, (SELECT MAX(local_date) FROM bikes.v_loaded_day))
GROUP BY contract, local_hour
HAVING SUM(arrivals + departures) > 0
ORDER BY contract, movements_at_least DESC, local_hour
