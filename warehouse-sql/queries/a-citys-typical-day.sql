-- When on a weekday is Lyon busiest, and how full are its stations then?
SELECT local_hour, hours,
  CAST(mean_arrivals AS DECIMAL(9, 2)) AS mean_arrivals,
  CAST(mean_departures AS DECIMAL(9, 2)) AS mean_departures,
  CAST(mean_occupancy AS DECIMAL(5, 3)) AS mean_occupancy,
  CAST(coverage AS DECIMAL(5, 3)) AS coverage
FROM bikes.v_contract_typical_day
WHERE contract = 'lyon' AND day_type = 'weekday'
ORDER BY mean_arrivals + mean_departures DESC, local_hour
OFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY
