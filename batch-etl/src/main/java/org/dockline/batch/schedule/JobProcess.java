package org.dockline.batch.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dockline.batch.load.LoadEnding;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job in a process of its own: its memory ends with it. What it prints goes where this process
 * prints. Safe for use by several threads.
 */
public final class JobProcess implements JobRunner {

  private static final Logger LOG = LoggerFactory.getLogger(JobProcess.class);

  /** Within the ten seconds in which a service must end. */
  private static final int STOP_SECONDS = 7;

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private @Nullable Process running;
  private boolean stopped;

  /**
   * Made of a command.
   *
   * @param name of the job, for the log
   * @param command the program and its arguments, without the name of the summary file
   * @param environment added to this process's own
   */
  public JobProcess(String name, List<String> command, Map<String, String> environment) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
  }

  @Override
  public JobReport run() throws InterruptedException {
    try {
      Path summary = Files.createTempFile("dockline-job", ".properties");
      try {
        int exitCode = run(summary);
        return new JobReport(LoadEnding.ofExitCode(exitCode), JobSummary.read(summary));
      } finally {
        Files.delete(summary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The process could not be started", e);
    }
  }

  /** Ends the process that runs, and starts no other; returns when it has ended. */
  public void stop() {
    Process process = markStopped();
    if (process == null) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private int run(Path summary) throws IOException, InterruptedException {
    Process process = start(summary);
    if (process == null) {
      return LoadEnding.FAILED.exitCode();
    }
    LOG.info("The {} runs in process {}", name, process.pid());
    try {
      return process.waitFor();
    } finally {
      process.destroy();
      markEnded();
    }
  }

  private synchronized @Nullable Process start(Path summary) throws IOException {
    if (!stopped) {
      List<String> full = new ArrayList<>(command);
      full.add(summary.toString());
      ProcessBuilder builder = new ProcessBuilder(full).inheritIO();
      builder.environment().putAll(environment);
      running = builder.start();
    }
    return running;
  }

  private synchronized @Nullable Process markStopped() {
    stopped = true;
    return running;
  }

  private synchronized void markEnded() {
    running = null;
  }
}
