package org.dockline.stream.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stream job as it runs for a user: a process with its own class path and settings. */
public final class JobProcess implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration STEP = Duration.ofMillis(20);
  private static final Path TARGET = Path.of("target");
  private static final Pattern PORT = Pattern.compile("health on port (\\d+)");

  private final Process process;
  private final Path log;
  private final HttpClient http = HttpClient.newHttpClient();

  private JobProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it with the heap that the launcher gives it; the module must have been packaged.
   *
   * @param folder for its log
   */
  public static JobProcess start(Path folder, Map<String, String> settings, String... arguments)
      throws IOException {
    return start(folder, "208m", settings, arguments);
  }

  /** Starts it with another heap. */
  public static JobProcess start(
      Path folder, String heap, Map<String, String> settings, String... arguments)
      throws IOException {
    return launch(
        folder,
        "org.dockline.stream.StreamJob",
        Files.readString(TARGET.resolve("runtime.classpath")).strip(),
        List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        settings,
        arguments);
  }

  /** Starts any main class with the JVM options that Spark wants. */
  public static JobProcess launch(
      Path folder,
      String main,
      String classPath,
      List<String> flags,
      Map<String, String> settings,
      String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + TARGET.resolve("runtime.args"));
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile(folder, "stream-", ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("HEALTH_PORT", "0");
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process started = builder.start();
    // A test JVM that ends early must not leave a job behind.
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    return new JobProcess(started, log);
  }

  /** Processor time it has taken so far. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** Memory that it holds of the machine's, as Linux counts it. */
  public long residentMiB() throws IOException {
    return memory("VmRSS:");
  }

  /** The most of it that it ever held. */
  public long peakMiB() throws IOException {
    return memory("VmHWM:");
  }

  private long memory(String which) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith(which))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /** Fails when the process has ended. */
  public void check() throws IOException {
    if (!process.isAlive()) {
      throw new AssertionError("It has ended: " + output());
    }
  }

  /** Waits until something holds; fails when the process ends or the time is over. */
  public void await(String what, BooleanSupplier condition) throws IOException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("Never: " + what + "\n" + output());
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  /** The answer of {@code /health}, or an empty text while nobody answers. */
  public String health() {
    try {
      Matcher port = PORT.matcher(output());
      return port.find() ? get("http://127.0.0.1:" + port.group(1) + "/health") : "";
    } catch (IOException e) {
      return "";
    }
  }

  private String get(String url) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(5)).build();
    try {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** Everything it has printed. */
  public String output() throws IOException {
    return Files.readString(log);
  }

  /** SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; false when it has not ended after so long. */
  public boolean endsWithin(Duration limit) throws InterruptedException {
    process.destroy();
    return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits until it ends by itself and returns its exit code. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("It does not end by itself");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    http.close();
  }
}
