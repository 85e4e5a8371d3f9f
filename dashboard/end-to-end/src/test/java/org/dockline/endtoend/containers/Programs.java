package org.dockline.endtoend.containers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Consumer;

/** Programs of others that tests ask, in the project's folder. */
final class Programs {

  private Programs() {}

  /** Skips the test, and prints why, where something is missing. */
  static void need(boolean there, String reason) {
    if (!there) {
      System.err.println("Skipped: " + reason);
    }
    assumeTrue(there, reason);
  }

  /** Whether a program is there and ends well; what it says is not shown. */
  static boolean succeeds(String... command) {
    try {
      return run(line -> {}, command) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Runs a program to its end, and shows what it says while it runs.
   *
   * @return its exit code
   * @throws IOException when it can't be started
   */
  static int run(String... command) throws IOException {
    return run(System.out::println, command);
  }

  private static int run(Consumer<String> said, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PATH", javaFirst());
    Process process =
        builder.directory(ProjectFiles.folder().toFile()).redirectErrorStream(true).start();
    try (BufferedReader output = process.inputReader()) {
      output.lines().forEach(said);
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroy();
    }
  }

  /** The images are laid out with this Java. */
  private static String javaFirst() {
    return System.getProperty("java.home") + "/bin:" + System.getenv("PATH");
  }
}
