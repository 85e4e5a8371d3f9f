package org.dockline.batch.schedule;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.dockline.batch.load.LoadEnding;
import org.jspecify.annotations.Nullable;

/**
 * A job as the scheduler keeps it in the warehouse: one row, with the time of the next run, and as
 * its data the name of the {@link LoadEnding} of the last one. Runs at once when the service
 * starts; a run that a dead service left behind is begun again.
 */
public final class JobTask extends CustomTask<String> {

  static final String INSTANCE = "the only one";

  private final Job job;
  private final JobFollower follower;
  private final Clock clock;
  private final BooleanSupplier stopped;

  /**
   * For one job.
   *
   * @param stopped whether the service is ending: a run that ends then was broken off
   */
  public JobTask(Job job, JobFollower follower, Clock clock, BooleanSupplier stopped) {
    super(
        job.name(),
        String.class,
        (client, now, task) -> job.schedule(client, task.instance(INSTANCE), now.now()),
        Function.identity(),
        (complete, row) -> failed(job, follower, stopped, complete, row),
        new DeadExecutionHandler.ReviveDeadExecution<>());
    this.job = job;
    this.follower = follower;
    this.clock = clock;
    this.stopped = stopped;
  }

  @Override
  public CompletionHandler<String> execute(TaskInstance<String> row, ExecutionContext context) {
    follower.begin(job.name(), clock.instant());
    JobReport report = run();
    if (report.ending().worthRetrying() || stopped.getAsBoolean()) {
      throw new JobFailedException(report);
    }
    return (complete, operations) -> {
      Instant at = complete.getTimeDone();
      end(job, follower, report, 0, job.timetable().afterSuccess(at), complete, operations);
    };
  }

  private JobReport run() {
    try {
      return job.runner().run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failure("interrupted");
    } catch (UncheckedIOException e) {
      return failure(e.getMessage() + ": " + e.getCause());
    }
  }

  private static void failed(
      Job job,
      JobFollower follower,
      BooleanSupplier stopped,
      ExecutionComplete complete,
      ExecutionOperations<String> row) {
    Instant at = complete.getTimeDone();
    if (stopped.getAsBoolean()) {
      row.reschedule(complete, at);
      return;
    }
    JobReport report =
        complete
            .getCause()
            .map(e -> e instanceof JobFailedException f ? f.report() : failure(e.toString()))
            .orElseGet(() -> failure("unknown"));
    int failures = complete.getExecution().consecutiveFailures + 1;
    Instant next = job.timetable().afterFailure(at, failures);
    end(job, follower, report, failures, next, complete, row);
  }

  private static void end(
      Job job,
      JobFollower follower,
      JobReport report,
      int failures,
      Instant next,
      ExecutionComplete complete,
      ExecutionOperations<String> row) {
    LoadEnding before = ending(complete.getExecution().taskInstance.getData());
    row.reschedule(complete, next, report.ending().name());
    follower.end(new JobEnd(job.name(), before, report, failures, complete.getTimeDone(), next));
  }

  private static @Nullable LoadEnding ending(@Nullable Object data) {
    return data == null ? null : LoadEnding.valueOf(data.toString());
  }

  private static JobReport failure(String problem) {
    return new JobReport(LoadEnding.FAILED, new JobSummary(0, null, List.of(problem)));
  }
}
