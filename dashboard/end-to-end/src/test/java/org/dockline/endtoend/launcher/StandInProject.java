package org.dockline.endtoend.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A folder that looks to the launcher like the project after its build, with a JDK whose {@code
 * java} starts a {@link StandIn}. What it runs sees a PATH of our own and no other environment.
 */
final class StandInProject {

  private static final List<String> MODULES =
      List.of(
          "api-poller/broker",
          "api-poller",
          "warehouse-sql",
          "batch-etl",
          "stream-job",
          "dashboard");
  private static final List<String> PORTS =
      List.of(
          "KAFKA_PORT",
          "KAFKA_CONTROLLER_PORT",
          "WAREHOUSE_PORT",
          "SIMULATOR_PORT",
          "DASHBOARD_PORT",
          "POLLER_HEALTH_PORT",
          "STREAM_HEALTH_PORT",
          "BATCH_HEALTH_PORT",
          "WAREHOUSE_HEALTH_PORT");

  /** All that the launcher may need of the system, Java and Maven aside. */
  private static final List<String> TOOLS =
      List.of(
          "awk",
          "bash",
          "cat",
          "cut",
          "date",
          "df",
          "dirname",
          "env",
          "find",
          "getconf",
          "head",
          "mkdir",
          "mv",
          "od",
          "ps",
          "readlink",
          "rm",
          "sed",
          "sh",
          "sleep",
          "ss",
          "tail",
          "touch",
          "tr");

  /** What a command said and how it ended. */
  record Ended(int exitCode, String output) {}

  /** A command at work. */
  record Begun(Process process, Path output) {

    String saidSoFar() {
      try {
        return Files.readString(output);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Ended end() throws InterruptedException {
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("It did not end:\n" + saidSoFar());
      }
      return new Ended(process.exitValue(), saidSoFar());
    }
  }

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  StandInProject(Path folder, Path realProject) throws IOException {
    this.folder = folder;
    Files.copy(realProject.resolve("dockline"), folder.resolve("dockline"));
    for (String module : MODULES) {
      pretendBuilt(module);
    }
    write("dashboard/target/dashboard.jar", "");
    write("target/dockline.built", "");
    linkTools();
    makeJdk("jdk", "25.0.1");
    environment.put("PATH", folder.resolve("bin").toString());
    environment.put("JAVA_HOME", folder.resolve("jdk").toString());
    environment.put("DOCKLINE_JDK_DIRS", folder.resolve("none").toString());
    choosePorts();
  }

  /** Sets an environment variable for what is run from now on. */
  StandInProject with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  String setting(String name) {
    return environment.getOrDefault(name, "");
  }

  Path path(String relative) {
    return folder.resolve(relative);
  }

  void write(String relative, String content) throws IOException {
    Files.createDirectories(path(relative).getParent());
    Files.writeString(path(relative), content);
  }

  void writeTool(String relative, String script) throws IOException {
    Files.deleteIfExists(path(relative));
    write(relative, "#!/bin/sh\n" + script + "\n");
    if (!path(relative).toFile().setExecutable(true)) {
      throw new IOException("No executable files in " + folder);
    }
  }

  void makeJdk(String name, String version) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path classes = Path.of("target", "test-classes").toAbsolutePath();
    writeTool(
        name + "/bin/java",
        "unset CLASSPATH; exec '"
            + java
            + "' -XX:TieredStopAtLevel=1 -Xmx32m -cp '"
            + classes
            + "' "
            + StandIn.class.getName()
            + " \"$@\"");
    writeTool(name + "/bin/javac", "exit 1");
    write(name + "/release", "JAVA_VERSION=\"" + version + "\"\n");
  }

  /** Runs {@code ./dockline} to its end. */
  Ended dockline(String... arguments) throws IOException, InterruptedException {
    return begin(arguments).end();
  }

  /** Begins to run {@code ./dockline}. */
  Begun begin(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(path("dockline").toString()));
    command.addAll(Arrays.asList(arguments));
    Path output = Files.createTempFile(folder, "said", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Begun(
        builder.redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
  }

  /** The process that the launcher noted for a unit. */
  long pid(String unit) throws IOException {
    return Long.parseLong(Files.readString(path(".dockline/run/" + unit)).split(" ", 2)[0]);
  }

  static boolean lives(long pid) {
    Optional<ProcessHandle> handle = ProcessHandle.of(pid);
    return handle.isPresent() && handle.get().isAlive();
  }

  private void pretendBuilt(String module) throws IOException {
    write(module + "/target/own.jar", "");
    write(module + "/target/runtime.args", "");
    write(module + "/target/runtime.classpath", path(module + "/target/own.jar").toString());
  }

  private void linkTools() throws IOException {
    Files.createDirectories(path("bin"));
    for (String tool : TOOLS) {
      for (String directory : System.getenv("PATH").split(":", -1)) {
        Path real = Path.of(directory, tool);
        if (Files.isExecutable(real) && Files.notExists(path("bin/" + tool))) {
          Files.createSymbolicLink(path("bin/" + tool), real);
        }
      }
    }
  }

  private void choosePorts() throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    for (String port : PORTS) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      held.add(socket);
      environment.put(port, Integer.toString(socket.getLocalPort()));
    }
    for (ServerSocket socket : held) {
      socket.close();
    }
  }
}
