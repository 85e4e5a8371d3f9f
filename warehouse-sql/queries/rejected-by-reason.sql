-- What could not be understood, and since when?
SELECT country, contract, source, field, reason,
  SUM(records) AS records, MIN(first_at) AS first_at, MAX(example_value) AS example_value
FROM bikes.v_rejected_by_reason
GROUP BY country, contract, source, field, reason
ORDER BY records DESC, reason
OFFSET 0 ROWS FETCH NEXT 20 ROWS ONLY
