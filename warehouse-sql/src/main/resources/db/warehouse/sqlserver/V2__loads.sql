-- What loads tell of themselves while they run, and who may load. The same as
-- ../h2/V2__loads.sql.

-- One row for each run of a load, whatever number of days it loads.
CREATE TABLE bikes.load_progress (
  load_id NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
  what NVARCHAR(400) NOT NULL,
  started_at DATETIME2(3) NOT NULL,
  noted_at DATETIME2(3) NOT NULL,
  status NVARCHAR(8) NOT NULL,
  days_done INT NOT NULL,
  days_failed INT NOT NULL,
  days_total INT NOT NULL,
  rows_read BIGINT NOT NULL,
  rows_loaded BIGINT NOT NULL,
  error NVARCHAR(MAX),
  CONSTRAINT pk_load_progress PRIMARY KEY (load_id)
);
GO

-- A load that lives holds the lock of the database; here stands who, for whom it keeps waiting.
CREATE TABLE bikes.load_holder (
  lock_name NVARCHAR(16) NOT NULL,
  holder NVARCHAR(400) NOT NULL,
  since_at DATETIME2(3) NOT NULL,
  CONSTRAINT pk_load_holder PRIMARY KEY (lock_name)
);
GO

INSERT INTO bikes.load_lock (lock_name, taken) VALUES ('whole load', 0);
GO

-- Loads whose staging another load discarded: should they live after all, they load nothing.
CREATE TABLE bikes.staging_discarded (
  load_id NVARCHAR(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_staging_discarded PRIMARY KEY (load_id)
);
GO

ALTER TABLE bikes.loaded_day ADD observations_expired BIT NOT NULL CONSTRAINT df_loaded_day_observations_expired DEFAULT 0;
GO

CREATE INDEX ix_rejected_record_polled_at ON bikes.rejected_record (polled_at);
GO

CREATE INDEX ix_fact_poll_hour_contract ON bikes.fact_poll_hour (contract, hour_start_utc);
GO
