package org.dockline.batch.schedule;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a process tells of its work beyond its exit code, in a small file.
 *
 * @param daysLoaded contract-days it loaded; 0 for a job that loads none
 * @param hoursDiffering station-hours in which the speed chain's figures differ; null when nothing
 *     was compared
 * @param problems what went wrong, one sentence each, the first ones
 */
public record JobSummary(int daysLoaded, @Nullable Long hoursDiffering, List<String> problems) {

  /** Nothing was told: of a process that was killed. */
  static final JobSummary NOTHING = new JobSummary(0, null, List.of());

  private static final int MOST_PROBLEMS = 10;
  private static final String DAYS = "days_loaded";
  private static final String DIFFERING = "hours_differing";
  private static final String PROBLEMS = "problems";

  /** Copies the list. */
  public JobSummary {
    problems = List.copyOf(problems);
  }

  /** With as many problems as fit a message. */
  public static JobSummary of(
      int daysLoaded, @Nullable Long hoursDiffering, Collection<String> problems) {
    return new JobSummary(
        daysLoaded, hoursDiffering, problems.stream().distinct().limit(MOST_PROBLEMS).toList());
  }

  /** Written by the process. */
  public void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty(DAYS, Integer.toString(daysLoaded));
    if (hoursDiffering != null) {
      properties.setProperty(DIFFERING, Long.toString(hoursDiffering));
    }
    properties.setProperty(PROBLEMS, String.join("\n", problems));
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
  }

  /** Read by the schedule; a process that was killed has told nothing. */
  static JobSummary read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    String differing = properties.getProperty(DIFFERING);
    return properties.isEmpty()
        ? NOTHING
        : new JobSummary(
            Integer.parseInt(properties.getProperty(DAYS)),
            differing == null ? null : Long.valueOf(differing),
            properties.getProperty(PROBLEMS).lines().toList());
  }
}
