-- Sums over the station hours that count in statistics, for questions about months and years. Each load
-- brings those of its contract-day up to date in its own transaction, so they never differ from the
-- hours; this migration makes them for what is there. The same as ../h2/V5__sums.sql.
-- bikes_ms is bikes times known milliseconds; taken_ms and free_ms are the same of bikes and free docks
-- where both are known; broken_ms of broken docks, over broken_known_ms.

CREATE TABLE bikes.sum_station_day (
  contract NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
  local_date DATE NOT NULL,
  station_key BIGINT NOT NULL,
  station_hours INT NOT NULL,
  arrivals INT NOT NULL,
  departures INT NOT NULL,
  net_unobserved INT NOT NULL,
  suspected_rebalancing INT NOT NULL,
  empty_ms BIGINT NOT NULL,
  full_ms BIGINT NOT NULL,
  unknown_ms BIGINT NOT NULL,
  closed_ms BIGINT NOT NULL,
  known_ms BIGINT NOT NULL,
  bikes_ms FLOAT NOT NULL,
  taken_ms FLOAT NOT NULL,
  free_ms FLOAT NOT NULL,
  broken_ms FLOAT NOT NULL,
  broken_known_ms BIGINT NOT NULL,
  capacity INT,
  CONSTRAINT pk_sum_station_day PRIMARY KEY (contract, local_date, station_key) WITH (DATA_COMPRESSION = PAGE),
  CONSTRAINT fk_sum_station_day_contract FOREIGN KEY (contract) REFERENCES bikes.dim_contract (contract),
  CONSTRAINT fk_sum_station_day_date FOREIGN KEY (local_date) REFERENCES bikes.dim_date (local_date),
  CONSTRAINT fk_sum_station_day_station FOREIGN KEY (station_key) REFERENCES bikes.dim_station_key (station_key)
);
GO

CREATE TABLE bikes.sum_station_month (
  contract NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
  calendar_year SMALLINT NOT NULL,
  calendar_month SMALLINT NOT NULL,
  station_key BIGINT NOT NULL,
  days SMALLINT NOT NULL,
  arrivals INT NOT NULL,
  departures INT NOT NULL,
  net_unobserved INT NOT NULL,
  suspected_rebalancing INT NOT NULL,
  empty_ms BIGINT NOT NULL,
  full_ms BIGINT NOT NULL,
  unknown_ms BIGINT NOT NULL,
  closed_ms BIGINT NOT NULL,
  known_ms BIGINT NOT NULL,
  bikes_ms FLOAT NOT NULL,
  taken_ms FLOAT NOT NULL,
  free_ms FLOAT NOT NULL,
  CONSTRAINT pk_sum_station_month PRIMARY KEY (contract, calendar_year, calendar_month, station_key) WITH (DATA_COMPRESSION = PAGE),
  CONSTRAINT fk_sum_station_month_contract FOREIGN KEY (contract) REFERENCES bikes.dim_contract (contract),
  CONSTRAINT fk_sum_station_month_station FOREIGN KEY (station_key) REFERENCES bikes.dim_station_key (station_key)
);
GO

CREATE TABLE bikes.sum_contract_day (
  contract NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
  local_date DATE NOT NULL,
  stations INT NOT NULL,
  station_hours INT NOT NULL,
  arrivals INT NOT NULL,
  departures INT NOT NULL,
  net_unobserved INT NOT NULL,
  suspected_rebalancing INT NOT NULL,
  empty_ms BIGINT NOT NULL,
  full_ms BIGINT NOT NULL,
  unknown_ms BIGINT NOT NULL,
  closed_ms BIGINT NOT NULL,
  known_ms BIGINT NOT NULL,
  bikes_ms FLOAT NOT NULL,
  taken_ms FLOAT NOT NULL,
  free_ms FLOAT NOT NULL,
  CONSTRAINT pk_sum_contract_day PRIMARY KEY (contract, local_date),
  CONSTRAINT fk_sum_contract_day_contract FOREIGN KEY (contract) REFERENCES bikes.dim_contract (contract),
  CONSTRAINT fk_sum_contract_day_date FOREIGN KEY (local_date) REFERENCES bikes.dim_date (local_date)
);
GO

CREATE TABLE bikes.sum_contract_hour (
  contract NVARCHAR(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
  hour_start_utc DATETIME2(3) NOT NULL,
  hour_end_utc DATETIME2(3) NOT NULL,
  local_date DATE NOT NULL,
  local_hour SMALLINT NOT NULL,
  stations INT NOT NULL,
  arrivals INT NOT NULL,
  departures INT NOT NULL,
  net_unobserved INT NOT NULL,
  suspected_rebalancing INT NOT NULL,
  empty_ms BIGINT NOT NULL,
  full_ms BIGINT NOT NULL,
  unknown_ms BIGINT NOT NULL,
  closed_ms BIGINT NOT NULL,
  known_ms BIGINT NOT NULL,
  bikes_ms FLOAT NOT NULL,
  taken_ms FLOAT NOT NULL,
  free_ms FLOAT NOT NULL,
  CONSTRAINT pk_sum_contract_hour PRIMARY KEY (contract, hour_start_utc),
  CONSTRAINT fk_sum_contract_hour_contract FOREIGN KEY (contract) REFERENCES bikes.dim_contract (contract),
  CONSTRAINT fk_sum_contract_hour_date FOREIGN KEY (local_date) REFERENCES bikes.dim_date (local_date)
);
GO

INSERT INTO bikes.sum_station_day (contract, local_date, station_key, station_hours, arrivals, departures, net_unobserved, suspected_rebalancing, empty_ms, full_ms, unknown_ms, closed_ms,
  known_ms, bikes_ms, taken_ms, free_ms,
  broken_ms, broken_known_ms, capacity)
SELECT k.contract, f.local_date, f.station_key, COUNT(*), SUM(f.arrivals), SUM(f.departures), SUM(f.net_unobserved), SUM(f.suspected_rebalancing), SUM(f.empty_ms),
  SUM(f.full_ms), SUM(f.unknown_ms), SUM(f.closed_ms), SUM(f.known_ms),
  COALESCE(SUM(f.mean_bikes * f.known_ms), 0),
  COALESCE(SUM(CASE WHEN f.mean_docks IS NOT NULL THEN f.mean_bikes * f.known_ms END), 0),
  COALESCE(SUM(CASE WHEN f.mean_bikes IS NOT NULL THEN f.mean_docks * f.known_ms END), 0),
  COALESCE(SUM(f.mean_broken_docks * f.known_ms), 0),
  SUM(CASE WHEN f.mean_broken_docks IS NULL THEN 0 ELSE f.known_ms END), MAX(f.capacity)
FROM bikes.fact_station_hour f
JOIN bikes.dim_station_key k ON k.station_key = f.station_key
LEFT JOIN bikes.dim_station s ON s.station_key = f.station_key
  AND s.effective_from <= f.hour_start_utc AND f.hour_start_utc < s.valid_to
WHERE s.excluded_reason IS NULL
GROUP BY k.contract, f.local_date, f.station_key;
GO

INSERT INTO bikes.sum_contract_hour (contract, hour_start_utc, hour_end_utc, local_date, local_hour, stations,
  arrivals, departures, net_unobserved, suspected_rebalancing, empty_ms, full_ms, unknown_ms, closed_ms,
  known_ms, bikes_ms, taken_ms, free_ms)
SELECT k.contract, f.hour_start_utc, MAX(f.hour_end_utc), MAX(f.local_date), MAX(f.local_hour), COUNT(*),
  SUM(f.arrivals), SUM(f.departures), SUM(f.net_unobserved), SUM(f.suspected_rebalancing), SUM(f.empty_ms),
  SUM(f.full_ms), SUM(f.unknown_ms), SUM(f.closed_ms), SUM(f.known_ms),
  COALESCE(SUM(f.mean_bikes * f.known_ms), 0),
  COALESCE(SUM(CASE WHEN f.mean_docks IS NOT NULL THEN f.mean_bikes * f.known_ms END), 0),
  COALESCE(SUM(CASE WHEN f.mean_bikes IS NOT NULL THEN f.mean_docks * f.known_ms END), 0)
FROM bikes.fact_station_hour f
JOIN bikes.dim_station_key k ON k.station_key = f.station_key
LEFT JOIN bikes.dim_station s ON s.station_key = f.station_key
  AND s.effective_from <= f.hour_start_utc AND f.hour_start_utc < s.valid_to
WHERE s.excluded_reason IS NULL
GROUP BY k.contract, f.hour_start_utc;
GO

INSERT INTO bikes.sum_contract_day (contract, local_date, stations, station_hours, arrivals, departures, net_unobserved, suspected_rebalancing, empty_ms, full_ms, unknown_ms, closed_ms,
  known_ms, bikes_ms, taken_ms, free_ms)
SELECT d.contract, d.local_date, COUNT(*), SUM(d.station_hours), SUM(d.arrivals), SUM(d.departures), SUM(d.net_unobserved), SUM(d.suspected_rebalancing), SUM(d.empty_ms),
  SUM(d.full_ms), SUM(d.unknown_ms), SUM(d.closed_ms), SUM(d.known_ms), SUM(d.bikes_ms), SUM(d.taken_ms),
  SUM(d.free_ms)
FROM bikes.sum_station_day d
GROUP BY d.contract, d.local_date;
GO

INSERT INTO bikes.sum_station_month (contract, calendar_year, calendar_month, station_key, days, arrivals, departures, net_unobserved, suspected_rebalancing, empty_ms, full_ms, unknown_ms, closed_ms,
  known_ms, bikes_ms, taken_ms, free_ms)
SELECT d.contract, YEAR(d.local_date), MONTH(d.local_date), d.station_key, COUNT(*), SUM(d.arrivals), SUM(d.departures), SUM(d.net_unobserved), SUM(d.suspected_rebalancing), SUM(d.empty_ms),
  SUM(d.full_ms), SUM(d.unknown_ms), SUM(d.closed_ms), SUM(d.known_ms), SUM(d.bikes_ms), SUM(d.taken_ms),
  SUM(d.free_ms)
FROM bikes.sum_station_day d
GROUP BY d.contract, YEAR(d.local_date), MONTH(d.local_date), d.station_key;
GO

CREATE INDEX ix_sum_station_day_date ON bikes.sum_station_day (local_date, contract);
GO

CREATE INDEX ix_sum_station_day_station ON bikes.sum_station_day (station_key, local_date);
GO

CREATE INDEX ix_sum_station_month_station ON bikes.sum_station_month (station_key);
GO

CREATE INDEX ix_sum_contract_day_date ON bikes.sum_contract_day (local_date);
GO

-- Episodes are asked for by when they begin, and joined by when they end.
CREATE INDEX ix_fact_stockout_episode_start ON bikes.fact_stockout_episode (start_utc);
GO

CREATE INDEX ix_fact_stockout_episode_end ON bikes.fact_stockout_episode (station_key, kind, end_utc);
GO

CREATE INDEX ix_load_run_day ON bikes.load_run (contract, local_date);
GO

CREATE INDEX ix_rejected_record_contract ON bikes.rejected_record (contract, polled_at);
GO
