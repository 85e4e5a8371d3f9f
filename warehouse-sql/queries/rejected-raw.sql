-- What exactly did the provider send that was rejected on the second of March after 10:00 UTC?
SELECT polled_at, country, contract, station_id, field, offending_value, reason, raw_text
FROM bikes.v_rejected_record
WHERE polled_at >= '2026-03-02T10:00:00' AND polled_at < '2026-03-02T11:00:00'
ORDER BY polled_at DESC, topic_partition, topic_offset
OFFSET 0 ROWS FETCH NEXT 3 ROWS ONLY
