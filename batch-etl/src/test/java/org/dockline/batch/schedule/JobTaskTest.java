package org.dockline.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.dockline.batch.load.LoadEnding;
import org.dockline.batch.testing.SteppedClock;
import org.dockline.batch.testing.TestWarehouse;
import org.dockline.warehouse.jdbc.ScheduleTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real scheduler on a real table, with a clock that is set. */
class JobTaskTest {

  private final TestWarehouse warehouse = TestWarehouse.start();
  private final ScheduleTable table = ScheduleTable.open(warehouse.login());
  private final SteppedClock clock = new SteppedClock("2026-01-10T12:00:00Z");
  private final SettableClock scheduled = new SettableClock();
  private final Deque<LoadEnding> endings = new ArrayDeque<>();
  private final List<Instant> runs = new ArrayList<>();
  private final List<JobEnd> ends = new ArrayList<>();
  private boolean stopped;
  private ManualScheduler scheduler = start();

  @AfterEach
  void close() {
    table.close();
    warehouse.close();
  }

  @Test
  void runsAtTheStartThenOnSchedule() {
    run(LoadEnding.DONE);
    to("2026-01-11T03:59:59Z");
    run();
    to("2026-01-11T04:00:00Z");
    run(LoadEnding.DONE);

    assertThat(runs).containsExactly(at("2026-01-10T12:00:00Z"), at("2026-01-11T04:00:00Z"));
    assertThat(next()).isEqualTo(at("2026-01-12T04:00:00Z"));
  }

  @Test
  void missedMorningIsMadeUpForWhenTheServiceStartsAgain() {
    run(LoadEnding.DONE);
    to("2026-01-11T08:15:00Z");
    scheduler = start();
    run(LoadEnding.DONE);

    assertThat(runs.getLast()).isEqualTo(at("2026-01-11T08:15:00Z"));
    assertThat(next()).isEqualTo(at("2026-01-12T04:00:00Z"));
  }

  @Test
  void failureIsTriedAgainAfterTwiceTheWaitEachTime() {
    run(LoadEnding.UNAVAILABLE);
    assertThat(next()).isEqualTo(at("2026-01-10T12:00:05Z"));
    to("2026-01-10T12:00:05Z");
    run(LoadEnding.FAILED);
    assertThat(next()).isEqualTo(at("2026-01-10T12:00:15Z"));
    to("2026-01-10T12:00:15Z");
    run(LoadEnding.DONE);
    assertThat(next()).isEqualTo(at("2026-01-11T04:00:00Z"));
    assertThat(ends).extracting(JobEnd::failures).containsExactly(1, 2, 0);
  }

  @Test
  void whatNoTryCanMendWaitsForTheSchedule() {
    run(LoadEnding.INCOMPLETE);
    assertThat(next()).isEqualTo(at("2026-01-11T04:00:00Z"));
  }

  @Test
  void nextServiceKnowsHowTheLastRunEnded() {
    run(LoadEnding.FAILED);
    scheduler = start();
    run(LoadEnding.DONE);
    scheduler = start();
    run(LoadEnding.DONE);

    assertThat(ends)
        .extracting(JobEnd::before)
        .containsExactly(null, LoadEnding.FAILED, LoadEnding.DONE);
  }

  @Test
  void runThatIsBrokenOffByTheEndIsNoNewsAndBeginsAgain() {
    run(LoadEnding.DONE);
    to("2026-01-11T04:00:00Z");
    stopped = true;
    run(LoadEnding.FAILED);
    assertThat(ends).hasSize(1);
    assertThat(next()).isEqualTo(at("2026-01-11T04:00:00Z"));

    stopped = false;
    scheduler = start();
    run(LoadEnding.DONE);
    assertThat(ends.getLast().before()).isEqualTo(LoadEnding.DONE);
  }

  @Test
  void runOfADeadServiceBeginsAgain() {
    table(
        "UPDATE bikes.scheduled_task SET picked = 1, picked_by = 'gone', version = version + 1,"
            + " last_heartbeat = execution_time");
    scheduler = start();
    run();
    assertThat(runs).as("still picked").isEmpty();

    to("2026-01-10T13:00:00Z");
    scheduler.runDeadExecutionDetection();
    assertThat(execution().isPicked()).isFalse();
  }

  private void run(LoadEnding... each) {
    endings.addAll(List.of(each));
    scheduler.runAnyDueExecutions();
  }

  private void to(String time) {
    clock.set(time);
    scheduled.set(clock.instant());
  }

  private ManualScheduler start() {
    scheduled.set(clock.instant());
    Timetable daily =
        new Timetable(CronTimes.parse("0 5 * * *", ZoneId.of("Europe/Brussels")), Duration.ZERO);
    Job job = new Job("load", daily, this::work, true);
    TestHelper.ManualSchedulerBuilder builder =
        TestHelper.createManualScheduler(table.dataSource(), List.of()).clock(scheduled);
    builder.startTasks(List.of(new JobTask(job, new Listener(), clock, () -> stopped)));
    builder.tableName(table.name()).commitWhenAutocommitDisabled(true);
    return builder.start();
  }

  private JobReport work() {
    runs.add(clock.instant());
    return new JobReport(endings.remove(), new JobSummary(2, null, List.of()));
  }

  private Instant next() {
    return execution().getExecutionTime();
  }

  private ScheduledExecution<Object> execution() {
    return scheduler
        .getScheduledExecution(
            com.github.kagkarlsson.scheduler.task.TaskInstanceId.of("load", JobTask.INSTANCE))
        .orElseThrow();
  }

  private void table(String statement) {
    try (var connection = table.dataSource().getConnection();
        var change = connection.createStatement()) {
      assertThat(change.executeUpdate(statement)).isEqualTo(1);
      connection.commit();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  private final class Listener implements JobFollower {
    @Override
    public void begin(String job, Instant at) {
      assertThat(job).isEqualTo("load");
    }

    @Override
    public void end(JobEnd end) {
      ends.add(end);
    }
  }
}
