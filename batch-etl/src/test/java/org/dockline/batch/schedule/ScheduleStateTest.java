package org.dockline.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.dockline.batch.load.LoadEnding;
import org.junit.jupiter.api.Test;

class ScheduleStateTest {

  private static final Instant AT = Instant.parse("2026-01-10T04:00:00Z");

  private final ScheduleState state = new ScheduleState();

  @Test
  void threeFailuresInARowAreAWorry() {
    end(LoadEnding.FAILED, 1);
    end(LoadEnding.FAILED, 2);
    assertThat(state.health().up()).isTrue();
    end(LoadEnding.FAILED, 3);
    assertThat(state.health().up()).isFalse();
    assertThat(state.metrics()).contains("dockline_batch_failures_in_a_row{job=\"load\"} 3");
    end(LoadEnding.DONE, 0);
    assertThat(state.health().up()).isTrue();
  }

  @Test
  void saysWhatEachJobDidAndWillDo() {
    state.begin("archive", AT);
    end(LoadEnding.DONE, 0);
    assertThat(state.health().details())
        .containsEntry("archive", "never run, running since 2026-01-10T04:00:00Z")
        .containsEntry(
            "load", "DONE at 2026-01-10T04:00:00Z, 2 days loaded, next at 2026-01-10T04:00:09Z");
    assertThat(state.metrics())
        .contains("dockline_batch_runs_total{job=\"load\"} 1")
        .contains("dockline_batch_days_loaded_total{job=\"load\"} 2")
        .contains("dockline_batch_last_success_seconds{job=\"load\"} " + AT.getEpochSecond())
        .contains("dockline_batch_hours_differing{job=\"load\"} 5")
        .doesNotContain("dockline_batch_hours_differing{job=\"archive\"}");
  }

  @Test
  void scheduleThatCanNotBeKeptIsAWorry() {
    state.trouble("The warehouse is away");
    assertThat(state.health().up()).isFalse();
    assertThat(state.health().details()).containsEntry("trouble", "The warehouse is away");
    state.trouble(null);
    assertThat(state.health().up()).isTrue();
  }

  private void end(LoadEnding ending, int failures) {
    JobReport report = new JobReport(ending, new JobSummary(2, 5L, List.of()));
    state.end(new JobEnd("load", null, report, failures, AT, AT.plusSeconds(9)));
  }
}
