package org.dockline.batch;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dockline.batch.notify.BackgroundNotifier;
import org.dockline.batch.notify.Notifier;
import org.dockline.batch.notify.NotifySettings;
import org.dockline.batch.notify.Tries;
import org.dockline.batch.schedule.Announcements;
import org.dockline.batch.schedule.Job;
import org.dockline.batch.schedule.JobNews;
import org.dockline.batch.schedule.JobTask;
import org.dockline.batch.schedule.Pause;
import org.dockline.batch.schedule.ScheduleState;
import org.dockline.batch.schedule.WarehouseWatch;
import org.dockline.batch.sql.WarehouseScheduler;
import org.dockline.warehouse.jdbc.WarehouseLogin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the jobs' schedule until it is stopped: waits for the warehouse, then runs the scheduler.
 */
final class ScheduleService {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduleService.class);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(8);

  private final WarehouseLogin warehouse;
  private final List<Job> jobs;
  private final NotifySettings notify;
  private final ScheduleState state;
  private final Clock clock;
  private final Pause pause;
  private final CountDownLatch ended = new CountDownLatch(1);

  ScheduleService(
      WarehouseLogin warehouse,
      List<Job> jobs,
      NotifySettings notify,
      ScheduleState state,
      Clock clock) {
    this.warehouse = warehouse;
    this.jobs = jobs;
    this.notify = notify;
    this.state = state;
    this.clock = clock;
    this.pause = new Pause(clock);
  }

  void run() throws InterruptedException {
    try (BackgroundNotifier notifier = new BackgroundNotifier(notify.channels(), Tries.USUAL)) {
      WarehouseWatch watch = new WarehouseWatch(warehouse::check, state, notifier, clock);
      if (watch.awaitUsable(pause)) {
        try (WarehouseScheduler scheduler =
            WarehouseScheduler.start(warehouse, tasks(notifier), watch, clock)) {
          LOG.info("The schedule is kept in {}", scheduler.table());
          pause.untilStopped();
        }
      }
    } finally {
      ended.countDown();
    }
  }

  /** Begins to end; runs that end from now on count as broken off. */
  void stop() {
    pause.stop();
  }

  /** Returns when it has ended, or has had its time. */
  void awaitEnd() {
    try {
      ended.await(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<JobTask> tasks(Notifier notifier) {
    Announcements announcements =
        new Announcements(state, new JobNews(notify.completions()), notifier);
    return jobs.stream()
        .map(job -> new JobTask(job, announcements, clock, pause::isStopped))
        .toList();
  }
}
