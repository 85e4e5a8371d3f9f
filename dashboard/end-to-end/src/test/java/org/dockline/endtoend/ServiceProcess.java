package org.dockline.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service as it runs for a user: its own JVM, its own class path, its settings from outside. */
final class ServiceProcess implements AutoCloseable {

  private final String name;
  private final Process process;
  private final Path log;

  private ServiceProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts {@code main} of a module that has been packaged.
   *
   * @param module folder of the module, relative to the project
   * @param logs folder for its log
   */
  static ServiceProcess start(
      String module, String main, Map<String, String> settings, Path logs, String... arguments) {
    Path target = projectFolder().resolve(module).resolve("target");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + target.resolve("runtime.args"));
    command.add("-Xmx512m");
    command.add("-cp");
    command.add(read(target.resolve("runtime.classpath")).strip());
    command.add(main);
    command.addAll(List.of(arguments));
    return launch(main.substring(main.lastIndexOf('.') + 1), command, settings, logs);
  }

  /** Starts the dashboard's jar. */
  static ServiceProcess startJar(
      Path jar, Map<String, String> settings, Path logs, String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-Xmx384m", "-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return launch(jar.getFileName().toString(), command, settings, logs);
  }

  private static ServiceProcess launch(
      String name, List<String> command, Map<String, String> settings, Path logs) {
    try {
      Path log = Files.createTempFile(logs, name + "-", ".log");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
      builder.environment().putAll(settings);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return new ServiceProcess(name, builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end and returns the exit code. */
  int awaitExit(Duration timeout) throws InterruptedException {
    if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError(name + " did not end within " + timeout + "\n" + logTail());
    }
    return process.exitValue();
  }

  /** Waits until {@code GET url} answers 200; fails at once when the process has ended. */
  ServiceProcess awaitHealthy(String url, Duration timeout) {
    Conditions.await(
        name + " answers " + url,
        timeout,
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError(
                name + " ended with " + process.exitValue() + "\n" + logTail());
          }
          return answersOk(url);
        },
        this::logTail);
    return this;
  }

  /** Everything it has printed. */
  String log() {
    return read(log);
  }

  /** The last lines of its log. */
  String logTail() {
    List<String> lines = read(log).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** The folder that holds the modules. */
  static Path projectFolder() {
    return ProjectFolder.path();
  }

  /** A port that nobody listens on at this moment. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean answersOk(String url) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(2)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Package the modules first (mvn package): " + file, e);
    }
  }
}
