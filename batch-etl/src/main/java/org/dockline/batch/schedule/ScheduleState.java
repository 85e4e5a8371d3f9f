package org.dockline.batch.schedule;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dockline.station.service.Health;
import org.jspecify.annotations.Nullable;

/** What the schedule has done and will do, for the health endpoint. Safe for several threads. */
public final class ScheduleState implements JobFollower {

  private final Map<String, JobState> jobs = new LinkedHashMap<>();
  private @Nullable String trouble;

  @Override
  public synchronized void begin(String job, Instant at) {
    of(job).begin(at);
  }

  @Override
  public synchronized void end(JobEnd end) {
    of(end.job()).end(end);
  }

  /** The schedule can't be kept, because of that; null when it can. */
  synchronized void trouble(@Nullable String because) {
    trouble = because;
  }

  /** Up until a job has failed three times in a row, or the schedule can't be kept. */
  public synchronized Health health() {
    Map<String, String> details = new LinkedHashMap<>();
    if (trouble != null) {
      details.put("trouble", trouble);
    }
    jobs.forEach((name, job) -> details.put(name, job.sentence()));
    return new Health(
        trouble == null && jobs.values().stream().noneMatch(JobState::isWorrying), details);
  }

  /** For Prometheus. */
  public synchronized String metrics() {
    StringBuilder text = new StringBuilder();
    for (JobMetric metric : JobMetric.ALL) {
      text.append(metric.head());
      jobs.forEach((name, job) -> text.append(metric.line(name, job)));
    }
    return text.toString();
  }

  private JobState of(String job) {
    return jobs.computeIfAbsent(job, name -> new JobState());
  }
}
