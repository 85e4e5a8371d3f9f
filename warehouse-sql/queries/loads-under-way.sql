-- Is a load running, and how far has it come?
SELECT load_id, what, status, days_done, days_failed, days_total, rows_loaded, error
FROM bikes.v_load_progress
ORDER BY started_at DESC
OFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY
