-- Which provider answered slowest in the last 30 days, by country?
SELECT country, source, contract, SUM(calls) AS calls, SUM(failures) AS failures,
  MAX(latency_p95_ms) AS worst_p95_ms, MAX(latency_max_ms) AS slowest_ms, SUM(gaps) AS gaps
FROM bikes.v_api_response_time
WHERE hour_start_utc >= DATEADD(DAY, -30, (SELECT MAX(day_end_utc) FROM bikes.v_loaded_day))
GROUP BY country, source, contract
ORDER BY worst_p95_ms DESC, contract
