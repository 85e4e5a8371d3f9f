package org.dockline.station.service;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.dockline.station.settings.Settings;

/**
 * The command line of a program that takes arguments, does its work and ends. What can be expected
 * to go wrong is said in one line, without a stack trace.
 *
 * @param usage what {@code --help}, anywhere among the arguments, prints; with a line end
 * @param failure how the line about a failure begins, as "The replay broke off"
 * @param tool what runs
 */
public record ToolCommand(String usage, String failure, Tool tool) {

  /** A program from its start to its end. */
  @FunctionalInterface
  public interface Tool {

    /**
     * Runs.
     *
     * @param out for what it has to say
     * @param err for complaints
     * @throws IllegalArgumentException when an argument is wrong; the message tells which
     * @throws MisuseException when something else must be mended first
     * @throws IOException when the world around does not play along; the message tells
     * @throws InterruptedException when it was told to end
     */
    void run(List<String> args, Settings settings, PrintStream out, PrintStream err)
        throws IOException, InterruptedException, MisuseException;
  }

  /**
   * Runs.
   *
   * @return 0 when it is done, 1 when it failed or was interrupted, 2 when its arguments or
   *     settings are wrong
   */
  public int run(String[] args, Settings settings, PrintStream out, PrintStream err) {
    List<String> given = List.of(args);
    if (given.contains("--help")) {
      out.print(usage);
      return 0;
    }
    return Ending.of(() -> run(given, settings, out, err), failure, 1, err);
  }

  private void run(List<String> args, Settings settings, PrintStream out, PrintStream err)
      throws IOException, InterruptedException, MisuseException {
    try {
      tool.run(args, settings, out, err);
    } catch (IllegalArgumentException e) {
      throw new MisuseException(String.valueOf(e.getMessage()));
    }
  }
}
