-- Up to when does the warehouse answer for each contract, in its own time zone?
SELECT t.contract, c.country, c.time_zone, t.loaded_through
FROM bikes.v_loaded_through t
JOIN bikes.v_contract c ON c.contract = t.contract
ORDER BY t.loaded_through, t.contract
