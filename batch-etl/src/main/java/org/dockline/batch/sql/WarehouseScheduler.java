package org.dockline.batch.sql;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.dockline.warehouse.jdbc.ScheduleTable;
import org.dockline.warehouse.jdbc.WarehouseLogin;

/**
 * The scheduler, whose memory is a table of the warehouse. Of several services on one warehouse one
 * does each job; jobs of one service run one after the other.
 */
public final class WarehouseScheduler implements AutoCloseable {

  private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

  /** A service that misses four of these is dead, and another takes its jobs. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(2);

  private final ScheduleTable table;
  private final Scheduler scheduler;

  private WarehouseScheduler(ScheduleTable table, Scheduler scheduler) {
    this.table = table;
    this.scheduler = scheduler;
  }

  /**
   * Starts; the warehouse must be there.
   *
   * @param tasks what to do
   * @param listener hears how the scheduler itself fares
   */
  public static <T extends Task<?> & OnStartup> WarehouseScheduler start(
      WarehouseLogin login, List<T> tasks, SchedulerListener listener, Clock clock) {
    ScheduleTable table = ScheduleTable.open(login);
    Scheduler scheduler = builder(table, tasks, listener, clock).build();
    scheduler.start();
    return new WarehouseScheduler(table, scheduler);
  }

  /** Where it keeps its memory. */
  public String table() {
    return table.name();
  }

  @Override
  public void close() {
    scheduler.stop();
    table.close();
  }

  private static <T extends Task<?> & OnStartup> SchedulerBuilder builder(
      ScheduleTable table, List<T> tasks, SchedulerListener listener, Clock clock) {
    return Scheduler.create(table.dataSource())
        .startTasks(tasks)
        .tableName(table.name())
        .commitWhenAutocommitDisabled(true)
        .serializer(new TextSerializer())
        .schedulerName(new SchedulerName.Fixed("batch-" + ProcessHandle.current().pid()))
        .clock(clock::instant)
        .threads(1)
        .pollingInterval(LOOKS_EVERY)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(STOPS_WITHIN)
        .failureLogging(LogLevel.DEBUG, false)
        .enableImmediateExecution()
        .addSchedulerListener(listener);
  }
}
