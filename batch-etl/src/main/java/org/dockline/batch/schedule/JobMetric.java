package org.dockline.batch.schedule;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a job, for Prometheus.
 *
 * @param name without the prefix that all have
 * @param type counter or gauge
 * @param help one sentence
 * @param value of a job; null where it has no such figure
 */
record JobMetric(String name, String type, String help, Function<JobState, @Nullable Long> value) {

  private static final String PREFIX = "dockline_batch_";
  private static final String COUNTER = "counter";
  private static final String GAUGE = "gauge";

  static final List<JobMetric> ALL =
      List.of(
          new JobMetric("runs_total", COUNTER, "Runs since the service started.", JobState::runs),
          new JobMetric(
              "days_loaded_total",
              COUNTER,
              "Contract-days loaded since the service started.",
              JobState::daysLoaded),
          new JobMetric(
              "failures_in_a_row",
              GAUGE,
              "Runs that failed since the last one that did not.",
              job -> (long) job.failures()),
          new JobMetric(
              "last_success_seconds",
              GAUGE,
              "When a run last did all that could be done (epoch).",
              JobState::lastSuccessSeconds),
          new JobMetric(
              "hours_differing",
              GAUGE,
              "Station-hours of the last load in which the speed chain's figures differ.",
              JobState::hoursDiffering));

  String head() {
    return "# HELP %1$s%2$s %3$s\n# TYPE %1$s%2$s %4$s\n".formatted(PREFIX, name, help, type);
  }

  /** Empty where the job has no such figure. */
  String line(String job, JobState state) {
    Long figure = value.apply(state);
    return figure == null ? "" : "%s%s{job=\"%s\"} %d\n".formatted(PREFIX, name, job, figure);
  }
}
