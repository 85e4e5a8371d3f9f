-- How full is station 7 of Lyon on a weekday, hour by hour, ordinarily and in 8 of 10 cases?
SELECT local_hour, hours,
  CAST(occupancy_q10 AS DECIMAL(5, 3)) AS occupancy_q10,
  CAST(occupancy_median AS DECIMAL(5, 3)) AS occupancy_median,
  CAST(occupancy_q90 AS DECIMAL(5, 3)) AS occupancy_q90,
  CAST(share_empty AS DECIMAL(5, 3)) AS share_empty,
  CAST(coverage AS DECIMAL(5, 3)) AS coverage
FROM bikes.v_typical_day
WHERE contract = 'lyon' AND station_id = '7' AND day_type = 'weekday'
ORDER BY local_hour
