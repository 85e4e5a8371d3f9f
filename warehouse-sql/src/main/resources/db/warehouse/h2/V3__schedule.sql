-- What the batch chain's scheduler is to do when, and how it went: one row for each job. The columns are
-- those of db-scheduler, which alone reads and writes them.

CREATE TABLE bikes.scheduled_task (
  task_name NVARCHAR(100) NOT NULL,
  task_instance NVARCHAR(100) NOT NULL,
  task_data VARBINARY(1000),
  execution_time TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  picked BIT NOT NULL,
  picked_by NVARCHAR(50),
  last_success TIMESTAMP(3) WITH TIME ZONE,
  last_failure TIMESTAMP(3) WITH TIME ZONE,
  consecutive_failures INT,
  last_heartbeat TIMESTAMP(3) WITH TIME ZONE,
  version BIGINT NOT NULL,
  priority SMALLINT,
  CONSTRAINT pk_scheduled_task PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX ix_scheduled_task_execution_time ON bikes.scheduled_task (execution_time);
CREATE INDEX ix_scheduled_task_last_heartbeat ON bikes.scheduled_task (last_heartbeat);
