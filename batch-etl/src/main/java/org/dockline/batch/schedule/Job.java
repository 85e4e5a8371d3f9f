package org.dockline.batch.schedule;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;

/**
 * Something that is done on a timetable.
 *
 * @param name a word; the key in the warehouse
 * @param timetable when
 * @param runner does it
 * @param atStart whether it is also done when the service starts
 */
public record Job(String name, Timetable timetable, JobRunner runner, boolean atStart) {

  /** Makes it due, in a service that starts now. */
  void schedule(SchedulerClient client, TaskInstance<String> task, Instant now) {
    if (atStart) {
      StartNow.schedule(client, task, now);
    } else {
      client.scheduleIfNotExists(task, timetable.afterSuccess(now));
    }
  }
}
