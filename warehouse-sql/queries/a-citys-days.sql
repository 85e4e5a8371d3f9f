-- How busy was Lyon on each of its last 14 loaded days, and how much of the time do the figures cover?
SELECT local_date, stations, arrivals, departures,
  CAST(occupancy AS DECIMAL(5, 3)) AS occupancy,
  CAST(minutes_empty / NULLIF(minutes_known, 0) AS DECIMAL(5, 3)) AS share_empty,
  CAST(coverage AS DECIMAL(5, 3)) AS coverage
FROM bikes.v_contract_day
WHERE contract = 'lyon'
ORDER BY local_date DESC
OFFSET 0 ROWS FETCH NEXT 14 ROWS ONLY
