-- What the station dimension is derived from: what stations said, as they said it, and the days on which
-- they were heard of. Each load replaces its own day in both and derives dim_station anew, so that it does
-- not depend on the order of loads. The same as ../sqlserver/V6__station_dimension.sql.
-- dim_station holds until the next load of a contract what it held before: what was said, unhealed.

-- All versions of a station in order, equal neighbours as one; since_date is the local day that said so.
CREATE TABLE bikes.station_said (
  station_key BIGINT NOT NULL,
  since_date DATE NOT NULL,
  valid_from DATETIME2(3) NOT NULL,
  name NVARCHAR(MAX),
  address NVARCHAR(MAX),
  latitude FLOAT,
  longitude FLOAT,
  capacity INT,
  banking BIT,
  bonus BIT,
  CONSTRAINT pk_station_said PRIMARY KEY (station_key, since_date, valid_from),
  CONSTRAINT fk_station_said_key FOREIGN KEY (station_key) REFERENCES bikes.dim_station_key (station_key)
);

INSERT INTO bikes.station_said (station_key, since_date, valid_from, name, address, latitude, longitude, capacity,
  banking, bonus)
SELECT station_key, since_date, valid_from, name, address, latitude, longitude, capacity, banking, bonus
FROM bikes.dim_station;

-- Runs of consecutive local days, both ends inclusive, on each of which anything was heard of the station.
CREATE TABLE bikes.station_heard (
  station_key BIGINT NOT NULL,
  first_date DATE NOT NULL,
  last_date DATE NOT NULL,
  CONSTRAINT pk_station_heard PRIMARY KEY (station_key, first_date),
  CONSTRAINT fk_station_heard_key FOREIGN KEY (station_key) REFERENCES bikes.dim_station_key (station_key)
);

INSERT INTO bikes.station_heard (station_key, first_date, last_date)
SELECT r.station_key, MIN(r.local_date), MAX(r.local_date)
FROM (
  SELECT c.station_key, c.local_date,
    DATEDIFF(DAY, '2000-01-01', c.local_date)
      - ROW_NUMBER() OVER (PARTITION BY c.station_key ORDER BY c.local_date) AS run
  FROM bikes.station_day_close c
  WHERE c.observations > 0
) r
GROUP BY r.station_key, r.run;

-- A station that is gone has no current row; is_last marks the newest one of each.
ALTER TABLE bikes.dim_station ADD COLUMN is_last BIT DEFAULT 0 NOT NULL;

UPDATE bikes.dim_station SET is_last = is_current;
