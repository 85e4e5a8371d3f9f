-- Which stations were renamed, moved or resized, and what were they before?
SELECT n.contract, n.station_id, n.valid_from, o.name AS old_name, n.name, o.capacity AS old_capacity, n.capacity
FROM bikes.v_station n
JOIN bikes.v_station o ON o.station_key = n.station_key AND o.valid_to = n.valid_from
ORDER BY n.valid_from DESC, n.contract, n.station_id
OFFSET 0 ROWS FETCH NEXT 50 ROWS ONLY
