-- Which ten stations were without a bike for the largest share of the time they were known, in the newest month loaded?
SELECT contract, station_id, name, calendar_year, calendar_month,
  CAST(share_empty AS DECIMAL(5, 3)) AS share_empty,
  CAST(share_empty_before AS DECIMAL(5, 3)) AS share_empty_before,
  CAST(coverage AS DECIMAL(5, 3)) AS coverage
FROM bikes.v_station_reliability
WHERE calendar_year * 100 + calendar_month
    = (SELECT MAX(YEAR(local_date) * 100 + MONTH(local_date)) FROM bikes.v_loaded_day)
  AND share_empty IS NOT NULL
ORDER BY share_empty DESC, contract, station_id
OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY
