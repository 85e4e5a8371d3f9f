-- The warehouse on H2 (MODE=MSSQLServer). The same tables and columns as ../sqlserver/V1__tables.sql.
-- Every time is UTC unless its name says local; every time of an interval is [start, end).

CREATE ROLE IF NOT EXISTS bikes_reader;

CREATE TABLE bikes.dim_contract (
  contract NVARCHAR(100) NOT NULL,
  commercial_name NVARCHAR(400),
  country_code NVARCHAR(8),
  country NVARCHAR(100),
  time_zone NVARCHAR(64) NOT NULL,
  latitude FLOAT,
  longitude FLOAT,
  first_seen DATE,
  last_seen DATE,
  CONSTRAINT pk_dim_contract PRIMARY KEY (contract)
);

CREATE TABLE bikes.dim_date (
  local_date DATE NOT NULL,
  calendar_year SMALLINT NOT NULL,
  calendar_quarter SMALLINT NOT NULL,
  calendar_month SMALLINT NOT NULL,
  month_name NVARCHAR(16) NOT NULL,
  day_of_month SMALLINT NOT NULL,
  iso_year SMALLINT NOT NULL,
  iso_week SMALLINT NOT NULL,
  day_of_week SMALLINT NOT NULL,
  day_name NVARCHAR(16) NOT NULL,
  is_weekend BIT NOT NULL,
  CONSTRAINT pk_dim_date PRIMARY KEY (local_date)
);

-- One row for each station for ever: what facts refer to, whatever its versions are.
CREATE TABLE bikes.dim_station_key (
  station_key BIGINT NOT NULL,
  contract NVARCHAR(100) NOT NULL,
  station_id NVARCHAR(400) NOT NULL,
  CONSTRAINT pk_dim_station_key PRIMARY KEY (station_key),
  CONSTRAINT uq_dim_station_key UNIQUE (contract, station_id),
  CONSTRAINT fk_dim_station_key_contract FOREIGN KEY (contract) REFERENCES bikes.dim_contract (contract)
);

-- Slowly changing, type 2. since_date is the local day whose load said so first: versions are kept
-- by day, so that loading a day again replaces just its own.
CREATE TABLE bikes.dim_station (
  station_key BIGINT NOT NULL,
  contract NVARCHAR(100) NOT NULL,
  station_id NVARCHAR(400) NOT NULL,
  since_date DATE NOT NULL,
  valid_from DATETIME2(3) NOT NULL,
  valid_to DATETIME2(3) NOT NULL,
  effective_from DATETIME2(3) NOT NULL,
  is_current BIT NOT NULL,
  name NVARCHAR(MAX),
  address NVARCHAR(MAX),
  latitude FLOAT,
  longitude FLOAT,
  capacity INT,
  banking BIT,
  bonus BIT,
  excluded_reason NVARCHAR(16),
  CONSTRAINT pk_dim_station PRIMARY KEY (station_key, valid_from, since_date),
  CONSTRAINT fk_dim_station_key FOREIGN KEY (station_key) REFERENCES bikes.dim_station_key (station_key)
);

CREATE TABLE bikes.fact_observation (
  station_key BIGINT NOT NULL,
  observed_at DATETIME2(3) NOT NULL,
  polled_at DATETIME2(3) NOT NULL,
  source NVARCHAR(16) NOT NULL,
  local_time DATETIME2(3) NOT NULL,
  reported_at DATETIME2(3),
  feed_updated_at DATETIME2(3),
  status NVARCHAR(8) NOT NULL,
  unknown_reason NVARCHAR(32),
  capacity INT,
  bikes INT,
  docks INT,
  mechanical_bikes INT,
  electrical_bikes INT,
  bikes_disabled INT,
  docks_disabled INT,
  banking BIT,
  bonus BIT,
  connected BIT,
  overflow BIT,
  present BIT NOT NULL,
  CONSTRAINT pk_fact_observation PRIMARY KEY (station_key, observed_at, polled_at, source),
  CONSTRAINT fk_fact_observation_station FOREIGN KEY (station_key) REFERENCES bikes.dim_station_key (station_key)
);

CREATE TABLE bikes.fact_station_hour (
  station_key BIGINT NOT NULL,
  hour_start_utc DATETIME2(3) NOT NULL,
  hour_end_utc DATETIME2(3) NOT NULL,
  local_date DATE NOT NULL,
  local_hour SMALLINT NOT NULL,
  arrivals INT NOT NULL,
  departures INT NOT NULL,
  net_unobserved INT NOT NULL,
  opening_bikes INT,
  closing_bikes INT,
  min_bikes INT,
  mean_bikes FLOAT,
  max_bikes INT,
  min_docks INT,
  mean_docks FLOAT,
  max_docks INT,
  mean_broken_docks FLOAT,
  suspected_rebalancing INT NOT NULL,
  empty_ms BIGINT NOT NULL,
  full_ms BIGINT NOT NULL,
  unknown_ms BIGINT NOT NULL,
  closed_ms BIGINT NOT NULL,
  known_ms BIGINT NOT NULL,
  capacity INT,
  CONSTRAINT pk_fact_station_hour PRIMARY KEY (station_key, hour_start_utc),
  CONSTRAINT fk_fact_station_hour_station FOREIGN KEY (station_key) REFERENCES bikes.dim_station_key (station_key),
  CONSTRAINT fk_fact_station_hour_date FOREIGN KEY (local_date) REFERENCES bikes.dim_date (local_date)
);

CREATE TABLE bikes.fact_stockout_episode (
  station_key BIGINT NOT NULL,
  kind NVARCHAR(8) NOT NULL,
  start_utc DATETIME2(3) NOT NULL,
  end_utc DATETIME2(3) NOT NULL,
  local_date DATE NOT NULL,
  continues_before BIT NOT NULL,
  continues_after BIT NOT NULL,
  CONSTRAINT pk_fact_stockout_episode PRIMARY KEY (station_key, kind, start_utc),
  CONSTRAINT fk_fact_stockout_episode_station FOREIGN KEY (station_key) REFERENCES bikes.dim_station_key (station_key),
  CONSTRAINT fk_fact_stockout_episode_date FOREIGN KEY (local_date) REFERENCES bikes.dim_date (local_date)
);

-- What the next day is seeded with: the last and the last known observation, as the topic has them,
-- with their clamped times, as one JSON object.
CREATE TABLE bikes.station_day_close (
  station_key BIGINT NOT NULL,
  local_date DATE NOT NULL,
  close_json NVARCHAR(MAX) NOT NULL,
  close_hash BIGINT NOT NULL,
  first_version_at DATETIME2(3),
  observations INT NOT NULL,
  duplicates INT NOT NULL,
  CONSTRAINT pk_station_day_close PRIMARY KEY (station_key, local_date),
  CONSTRAINT fk_station_day_close_station FOREIGN KEY (station_key) REFERENCES bikes.dim_station_key (station_key),
  CONSTRAINT fk_station_day_close_date FOREIGN KEY (local_date) REFERENCES bikes.dim_date (local_date)
);

-- loaded_first marks the day of a contract that was loaded first of all: the run of days that
-- loaded_through ends goes through it. seed_changed: the day before closes otherwise since.
-- read_to is partition:offset,…
CREATE TABLE bikes.loaded_day (
  contract NVARCHAR(100) NOT NULL,
  local_date DATE NOT NULL,
  day_start_utc DATETIME2(3) NOT NULL,
  day_end_utc DATETIME2(3) NOT NULL,
  loaded_first BIT NOT NULL,
  seed_changed BIT NOT NULL,
  records_read BIGINT NOT NULL,
  read_to NVARCHAR(MAX) NOT NULL,
  stations INT NOT NULL,
  observations BIGINT NOT NULL,
  duplicates BIGINT NOT NULL,
  loaded_at DATETIME2(3) NOT NULL,
  CONSTRAINT pk_loaded_day PRIMARY KEY (contract, local_date),
  CONSTRAINT fk_loaded_day_contract FOREIGN KEY (contract) REFERENCES bikes.dim_contract (contract),
  CONSTRAINT fk_loaded_day_date FOREIGN KEY (local_date) REFERENCES bikes.dim_date (local_date)
);

-- contract is '*' for a call that asks for all of them.
CREATE TABLE bikes.fact_poll_hour (
  source NVARCHAR(16) NOT NULL,
  contract NVARCHAR(100) NOT NULL,
  hour_start_utc DATETIME2(3) NOT NULL,
  calls INT NOT NULL,
  failures INT NOT NULL,
  not_modified INT NOT NULL,
  latency_p50_ms INT,
  latency_p95_ms INT,
  latency_max_ms INT,
  bytes BIGINT NOT NULL,
  stations BIGINT NOT NULL,
  gaps INT NOT NULL,
  CONSTRAINT pk_fact_poll_hour PRIMARY KEY (source, contract, hour_start_utc)
);

-- Keyed by its place in the topic: written twice it is one row.
CREATE TABLE bikes.rejected_record (
  topic_partition INT NOT NULL,
  topic_offset BIGINT NOT NULL,
  polled_at DATETIME2(3) NOT NULL,
  source NVARCHAR(16) NOT NULL,
  contract NVARCHAR(100),
  station_id NVARCHAR(400),
  field NVARCHAR(200),
  offending_value NVARCHAR(1000),
  reason NVARCHAR(1000) NOT NULL,
  raw_text NVARCHAR(MAX) NOT NULL,
  CONSTRAINT pk_rejected_record PRIMARY KEY (topic_partition, topic_offset)
);

CREATE TABLE bikes.load_run (
  run_id BIGINT IDENTITY(1,1) NOT NULL,
  contract NVARCHAR(100) NOT NULL,
  local_date DATE NOT NULL,
  started_at DATETIME2(3) NOT NULL,
  finished_at DATETIME2(3) NOT NULL,
  status NVARCHAR(8) NOT NULL,
  rows_read BIGINT NOT NULL,
  rows_duplicate BIGINT NOT NULL,
  rows_rejected BIGINT NOT NULL,
  rows_loaded BIGINT NOT NULL,
  hours_loaded BIGINT NOT NULL,
  hours_differing BIGINT,
  error NVARCHAR(MAX),
  CONSTRAINT pk_load_run PRIMARY KEY (run_id)
);

-- Its one row is updated first by every load: so two loads exclude each other until one commits.
CREATE TABLE bikes.load_lock (
  lock_name NVARCHAR(16) NOT NULL,
  taken BIGINT NOT NULL,
  CONSTRAINT pk_load_lock PRIMARY KEY (lock_name)
);

INSERT INTO bikes.load_lock (lock_name, taken) VALUES ('load', 0);

-- Staging: what a writer wrote, by load, part and day; the rows below carry only its number.
CREATE TABLE bikes.staging_part (
  stage_id BIGINT IDENTITY(1,1) NOT NULL,
  load_id NVARCHAR(200) NOT NULL,
  part INT NOT NULL,
  contract NVARCHAR(100) NOT NULL,
  local_date DATE NOT NULL,
  CONSTRAINT pk_staging_part PRIMARY KEY (stage_id),
  CONSTRAINT uq_staging_part UNIQUE (load_id, part, contract, local_date)
);

CREATE TABLE bikes.staging_observation (
  stage_id BIGINT NOT NULL,
  station_key BIGINT NOT NULL,
  observed_at DATETIME2(3) NOT NULL,
  polled_at DATETIME2(3) NOT NULL,
  source NVARCHAR(16) NOT NULL,
  local_time DATETIME2(3) NOT NULL,
  reported_at DATETIME2(3),
  feed_updated_at DATETIME2(3),
  status NVARCHAR(8) NOT NULL,
  unknown_reason NVARCHAR(32),
  capacity INT,
  bikes INT,
  docks INT,
  mechanical_bikes INT,
  electrical_bikes INT,
  bikes_disabled INT,
  docks_disabled INT,
  banking BIT,
  bonus BIT,
  connected BIT,
  overflow BIT,
  present BIT NOT NULL
);

CREATE TABLE bikes.staging_station_hour (
  stage_id BIGINT NOT NULL,
  station_key BIGINT NOT NULL,
  hour_start_utc DATETIME2(3) NOT NULL,
  hour_end_utc DATETIME2(3) NOT NULL,
  local_date DATE NOT NULL,
  local_hour SMALLINT NOT NULL,
  arrivals INT NOT NULL,
  departures INT NOT NULL,
  net_unobserved INT NOT NULL,
  opening_bikes INT,
  closing_bikes INT,
  min_bikes INT,
  mean_bikes FLOAT,
  max_bikes INT,
  min_docks INT,
  mean_docks FLOAT,
  max_docks INT,
  mean_broken_docks FLOAT,
  suspected_rebalancing INT NOT NULL,
  empty_ms BIGINT NOT NULL,
  full_ms BIGINT NOT NULL,
  unknown_ms BIGINT NOT NULL,
  closed_ms BIGINT NOT NULL,
  known_ms BIGINT NOT NULL,
  capacity INT
);

CREATE TABLE bikes.staging_stockout_episode (
  stage_id BIGINT NOT NULL,
  station_key BIGINT NOT NULL,
  kind NVARCHAR(8) NOT NULL,
  start_utc DATETIME2(3) NOT NULL,
  end_utc DATETIME2(3) NOT NULL,
  local_date DATE NOT NULL,
  continues_before BIT NOT NULL,
  continues_after BIT NOT NULL
);

CREATE TABLE bikes.staging_day_close (
  stage_id BIGINT NOT NULL,
  station_id NVARCHAR(400) NOT NULL,
  station_key BIGINT NOT NULL,
  local_date DATE NOT NULL,
  close_json NVARCHAR(MAX) NOT NULL,
  close_hash BIGINT NOT NULL,
  first_version_at DATETIME2(3),
  observations INT NOT NULL,
  duplicates INT NOT NULL
);

CREATE TABLE bikes.staging_station_version (
  stage_id BIGINT NOT NULL,
  station_id NVARCHAR(400) NOT NULL,
  valid_from DATETIME2(3) NOT NULL,
  name NVARCHAR(MAX),
  address NVARCHAR(MAX),
  latitude FLOAT,
  longitude FLOAT,
  capacity INT,
  banking BIT,
  bonus BIT
);

CREATE INDEX ix_staging_observation ON bikes.staging_observation (stage_id);
CREATE INDEX ix_staging_station_hour ON bikes.staging_station_hour (stage_id);
CREATE INDEX ix_staging_stockout_episode ON bikes.staging_stockout_episode (stage_id);
CREATE INDEX ix_staging_day_close ON bikes.staging_day_close (stage_id);
CREATE INDEX ix_staging_station_version ON bikes.staging_station_version (stage_id);
