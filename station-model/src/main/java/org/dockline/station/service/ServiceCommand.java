package org.dockline.station.service;

import java.io.IOException;
import java.io.PrintStream;
import org.dockline.station.settings.Settings;

/**
 * The command line of a service that takes its settings from the environment and no arguments but
 * {@code --help}. What can be expected to go wrong is said in one line, without a stack trace.
 *
 * @param usage what {@code --help} prints, with a line end
 * @param failure how the line about a failure begins, as "The broker could not start"
 * @param program what runs, until the service ends
 */
public record ServiceCommand(String usage, String failure, Program program) {

  /** A service from its start to its end. */
  @FunctionalInterface
  public interface Program {

    /**
     * Runs.
     *
     * @throws org.dockline.station.settings.InvalidSettingsException when a setting must be mended
     *     first
     * @throws MisuseException when something else must be mended first
     * @throws IOException when the world around does not play along; the message tells
     * @throws InterruptedException when it was told to end
     */
    void run(Settings settings) throws IOException, InterruptedException, MisuseException;
  }

  /**
   * Runs.
   *
   * @return 0 when it ended well, 1 when it failed, 2 when its arguments or settings are wrong
   */
  public int run(String[] args, Settings settings, PrintStream out, PrintStream err) {
    if (args.length > 0) {
      boolean help = args[0].equals("--help");
      (help ? out : err).print(help ? usage : "Unknown argument: " + args[0] + "\n\n" + usage);
      return help ? 0 : Ending.MISUSED;
    }
    return Ending.of(() -> program.run(settings), failure, 0, err);
  }
}
