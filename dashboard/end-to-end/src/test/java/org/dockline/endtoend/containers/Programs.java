package org.dockline.endtoend.containers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;

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
      return run(Redirect.DISCARD, command) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Runs a program and shows what it says.
   *
   * @return its exit code
   * @throws IOException when it can't be started
   */
  static int run(String... command) throws IOException {
    return run(Redirect.INHERIT, command);
  }

  private static int run(Redirect output, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PATH", javaFirst());
    Process process =
        builder
            .directory(ProjectFiles.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.MINUTES)) {
        throw new AssertionError(String.join(" ", command) + " does not end");
      }
      return process.exitValue();
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
