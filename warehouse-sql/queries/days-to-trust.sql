-- How complete is each loaded day, and how much of its change happened unseen?
SELECT contract, local_date, stations, arrivals, departures, net_unobserved,
  CAST(coverage AS DECIMAL(5, 3)) AS coverage
FROM bikes.v_contract_day
ORDER BY local_date DESC, contract
