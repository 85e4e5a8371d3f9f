-- Which country's bikes moved most in the last 30 days, and where did riders find stations empty?
SELECT country, MAX(contracts) AS contracts,
  SUM(arrivals) AS arrivals_at_least,
  CAST(SUM(minutes_empty) / NULLIF(SUM(minutes_known), 0) AS DECIMAL(5, 3)) AS share_empty,
  CAST(AVG(coverage) AS DECIMAL(5, 3)) AS coverage
FROM bikes.v_country_day
WHERE local_date > DATEADD(DAY, -30, (SELECT MAX(local_date) FROM bikes.v_loaded_day))
GROUP BY country
ORDER BY arrivals_at_least DESC, country
