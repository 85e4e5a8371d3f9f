-- What exactly did the provider send that was rejected in the last two days loaded?
SELECT polled_at, country, contract, station_id, field, offending_value, reason, raw_text
FROM bikes.v_rejected_record
WHERE polled_at >= DATEADD(DAY, -2, (SELECT MAX(day_end_utc) FROM bikes.v_loaded_day))
ORDER BY polled_at DESC, topic_partition, topic_offset
OFFSET 0 ROWS FETCH NEXT 3 ROWS ONLY
