package org.dockline.batch.schedule;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;

/** Makes a job due when the service starts, whatever an earlier service had in mind. */
final class StartNow {

  private StartNow() {}

  /**
   * A row that is picked is being worked on by another service, or by one whose end is not yet
   * noticed.
   */
  static void schedule(SchedulerClient client, TaskInstance<String> job, Instant now) {
    if (!client.scheduleIfNotExists(job, now)) {
      client
          .getScheduledExecution(job)
          .filter(row -> !row.isPicked())
          .ifPresent(row -> client.reschedule(job, now));
    }
  }
}
