package org.dockline.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dockline.batch.load.LoadEnding;
import org.dockline.batch.testing.SteppedClock;
import org.junit.jupiter.api.Test;

class ScheduleLoopTest {

  private final SteppedClock clock = new SteppedClock("2026-01-10T12:00:00Z");
  private final List<Instant> loads = new ArrayList<>();
  private final ScheduleState state = new ScheduleState();

  @Test
  void loadsAtOnceThenOnSchedule() throws InterruptedException {
    run(LoadEnding.DONE, LoadEnding.DONE, LoadEnding.DONE);

    assertThat(loads)
        .containsExactly(
            at("2026-01-10T12:00:00Z"), at("2026-01-11T04:00:00Z"), at("2026-01-12T04:00:00Z"));
    assertThat(state.health().up()).isTrue();
    assertThat(state.health().details())
        .containsEntry("lastResult", "DONE")
        .containsEntry("daysLoaded", "4");
  }

  @Test
  void triesAgainUntilItSucceeds() throws InterruptedException {
    run(
        LoadEnding.UNAVAILABLE,
        LoadEnding.FAILED,
        LoadEnding.DONE,
        LoadEnding.FAILED,
        LoadEnding.DONE);

    assertThat(loads)
        .containsExactly(
            at("2026-01-10T12:00:00Z"),
            at("2026-01-10T12:00:05Z"),
            at("2026-01-10T12:00:15Z"),
            at("2026-01-11T04:00:00Z"),
            at("2026-01-11T04:00:05Z"));
  }

  @Test
  void whatNoTryCanMendWaitsForTheSchedule() throws InterruptedException {
    run(LoadEnding.INCOMPLETE, LoadEnding.DONE);
    assertThat(loads).containsExactly(at("2026-01-10T12:00:00Z"), at("2026-01-11T04:00:00Z"));
  }

  @Test
  void threeFailuresInARowAreAWorry() throws InterruptedException {
    run(LoadEnding.FAILED, LoadEnding.FAILED, LoadEnding.DONE);
    assertThat(state.health().up()).as("the third was stopped, two had failed").isTrue();

    loads.clear();
    run(LoadEnding.FAILED, LoadEnding.FAILED, LoadEnding.FAILED, LoadEnding.DONE);
    assertThat(state.health().up()).isFalse();
    assertThat(state.metrics()).contains("dockline_batch_failures_in_a_row 3");
  }

  /** The last load is interrupted by the end of the service. */
  private void run(LoadEnding... endings) throws InterruptedException {
    SteppedPause pause = new SteppedPause();
    Iterator<LoadEnding> next = List.of(endings).iterator();
    Loader loader =
        () -> {
          loads.add(clock.instant());
          LoadReport report = new LoadReport(next.next(), 2);
          if (!next.hasNext()) {
            pause.stop();
          }
          return report;
        };
    Timetable daily =
        new Timetable(CronTimes.parse("0 5 * * *", ZoneId.of("Europe/Brussels")), Duration.ZERO);
    new ScheduleLoop(loader, daily, pause, clock, state).run();
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  private final class SteppedPause extends Pause {
    SteppedPause() {
      super(clock);
    }

    @Override
    public boolean until(Instant moment) {
      clock.set(moment);
      return !isStopped();
    }
  }
}
