-- Staged observations lie by a number of their own: the number of their part in its upper half, that of the row in
-- the part in its lower one. So a part is a range of the rows as they lie, and needs no index beside them.
-- The same as ../h2/V7__staged_rows.sql.
-- What is staged now is discarded: a load that is under way fails, and says that it is to be run again.

INSERT INTO bikes.staging_discarded (load_id)
SELECT DISTINCT p.load_id FROM bikes.staging_part p
WHERE NOT EXISTS (SELECT 1 FROM bikes.staging_discarded d WHERE d.load_id = p.load_id);
GO

DELETE FROM bikes.staging_station_hour;
DELETE FROM bikes.staging_stockout_episode;
DELETE FROM bikes.staging_day_close;
DELETE FROM bikes.staging_station_version;
DELETE FROM bikes.staging_part;
GO

DROP TABLE bikes.staging_observation;
GO

CREATE TABLE bikes.staging_observation (
  stage_row BIGINT NOT NULL,
  station_key BIGINT NOT NULL,
  observed_at DATETIME2(3) NOT NULL,
  polled_at DATETIME2(3) NOT NULL,
  source NVARCHAR(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
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
  last_observed_at DATETIME2(3),
  last_polled_at DATETIME2(3),
  CONSTRAINT pk_staging_observation PRIMARY KEY (stage_row)
);
GO
