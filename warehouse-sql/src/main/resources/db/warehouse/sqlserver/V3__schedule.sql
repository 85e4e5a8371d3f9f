-- What the batch chain's scheduler is to do when, and how it went: one row for each job. The columns are
-- those of db-scheduler, which alone reads and writes them.

CREATE TABLE bikes.scheduled_task (
  task_name NVARCHAR(100) NOT NULL,
  task_instance NVARCHAR(100) NOT NULL,
  task_data VARBINARY(1000),
  execution_time DATETIMEOFFSET(3) NOT NULL,
  picked BIT NOT NULL,
  picked_by NVARCHAR(50),
  last_success DATETIMEOFFSET(3),
  last_failure DATETIMEOFFSET(3),
  consecutive_failures INT,
  last_heartbeat DATETIMEOFFSET(3),
  [version] BIGINT NOT NULL,
  priority SMALLINT,
  CONSTRAINT pk_scheduled_task PRIMARY KEY (task_name, task_instance)
);
GO

CREATE INDEX ix_scheduled_task_execution_time ON bikes.scheduled_task (execution_time);
GO

CREATE INDEX ix_scheduled_task_last_heartbeat ON bikes.scheduled_task (last_heartbeat);
GO
