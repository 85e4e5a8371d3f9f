-- Which loads of a day failed, and why?
SELECT contract, local_date, started_at, error
FROM bikes.v_load_run
WHERE status = 'FAILED'
ORDER BY started_at DESC, contract
OFFSET 0 ROWS FETCH NEXT 20 ROWS ONLY
