-- How long an observation held: until when the same was seen again, without a gap, before something else was.
-- Null in rows from before: those were seen once, as far as one can tell.
ALTER TABLE bikes.fact_observation ADD last_observed_at DATETIME2(3), last_polled_at DATETIME2(3);
GO

ALTER TABLE bikes.staging_observation ADD last_observed_at DATETIME2(3), last_polled_at DATETIME2(3);
GO
