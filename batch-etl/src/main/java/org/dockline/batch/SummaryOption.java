package org.dockline.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import org.dockline.batch.schedule.JobSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The file in which the schedule wants to be told more than an exit code. */
final class SummaryOption {

  @Option(names = "--summary", hidden = true)
  private @Nullable Path file;

  /** Writes it when it is wanted. */
  void write(int daysLoaded, Collection<String> problems) {
    write(daysLoaded, null, problems);
  }

  /** The same, with the station-hours that differ from the speed chain's; null: not compared. */
  void write(int daysLoaded, @Nullable Long hoursDiffering, Collection<String> problems) {
    if (file != null) {
      try {
        JobSummary.of(daysLoaded, hoursDiffering, problems).write(file);
      } catch (IOException e) {
        throw new UncheckedIOException(file + " can't be written", e);
      }
    }
  }
}
