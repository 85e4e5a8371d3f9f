-- How complete is each day loaded in the last week, and how much of its change happened unseen?
SELECT contract, local_date, stations, records_read, duplicates, rejected, calls, failed_calls, gaps, net_unobserved,
  CAST(coverage AS DECIMAL(5, 3)) AS coverage
FROM bikes.v_data_quality_day
WHERE local_date > DATEADD(DAY, -7, (SELECT MAX(local_date) FROM bikes.v_loaded_day))
ORDER BY local_date DESC, contract
