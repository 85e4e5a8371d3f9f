-- What happened at station 7 of Lyon on its newest day loaded, hour by hour?
SELECT local_hour, name, opening_bikes, arrivals, departures, net_unobserved, closing_bikes,
  CAST(minutes_empty AS DECIMAL(5, 1)) AS minutes_empty,
  CAST(minutes_full AS DECIMAL(5, 1)) AS minutes_full,
  CAST(coverage AS DECIMAL(5, 3)) AS coverage
FROM bikes.v_station_hour
WHERE contract = 'lyon' AND station_id = '7'
  AND local_date = (SELECT MAX(local_date) FROM bikes.v_loaded_day WHERE contract = 'lyon')
ORDER BY hour_start_utc
