package org.dockline.batch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;

/** A JVM of its own, and what it used so far by the kernel's account. */
final class MeasuredProcess implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(40);
  private static final Duration TELL_EVERY = Duration.ofSeconds(15);
  private static final double TICKS_A_SECOND = 100;
  private static final int USER_TICKS = 11;

  private final Process process;
  private final Path log;
  private double cpuSeconds;
  private long peakMib;

  private MeasuredProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a main class of this class path.
   *
   * @param flags of the JVM
   * @param log takes what it prints
   */
  static MeasuredProcess start(
      List<String> flags, Map<String, String> environment, Path log, List<String> main)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(flags);
    command.addAll(main);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().putAll(environment);
    Process started = builder.redirectOutput(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    return new MeasuredProcess(started, log);
  }

  /** Waits for its end and says how it goes; fails when that is not a good one. */
  void await() throws InterruptedException {
    long start = System.nanoTime();
    Duration told = Duration.ZERO;
    while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
      sample();
      Duration passed = Duration.ofNanos(System.nanoTime() - start);
      if (passed.compareTo(LIMIT) > 0) {
        throw new IllegalStateException("Does not end:\n" + output());
      }
      if (passed.compareTo(told.plus(TELL_EVERY)) > 0) {
        told = passed;
        tell(passed);
      }
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException("Exit code " + process.exitValue() + ":\n" + output());
    }
  }

  private void tell(Duration passed) {
    String last = output().lines().reduce("", (before, line) -> line);
    System.out.printf(
        "  %d s, %.0f CPU s, %d MiB: %s%n", passed.toSeconds(), cpuSeconds, peakMib, last);
  }

  /** Looks at what it has used; it must be alive. */
  void sample() {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    try {
      String stat = Files.readString(proc.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      cpuSeconds =
          (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1]))
              / TICKS_A_SECOND;
      Files.readString(proc.resolve("status"))
          .lines()
          .filter(line -> line.startsWith("VmHWM"))
          .forEach(line -> peakMib = Long.parseLong(line.replaceAll("\\D", "")) / 1024);
    } catch (IOException e) {
      // It has just ended.
      cpuSeconds = Math.max(cpuSeconds, 0);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  double cpuSeconds() {
    return cpuSeconds;
  }

  long peakMib() {
    return peakMib;
  }

  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
