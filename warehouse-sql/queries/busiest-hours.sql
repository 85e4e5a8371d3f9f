-- Which hours of the day saw the most bikes move in March, by contract?
SELECT contract, local_hour,
  SUM(arrivals + departures) AS movements_at_least,
  CAST(AVG(coverage) AS DECIMAL(5, 3)) AS coverage
FROM bikes.v_contract_hour
WHERE local_date >= '2026-03-01' AND local_date < '2026-04-01'
GROUP BY contract, local_hour
HAVING SUM(arrivals + departures) > 0
ORDER BY contract, movements_at_least DESC, local_hour
