package org.dockline.station.service;

import java.io.IOException;
import java.io.PrintStream;
import org.dockline.station.settings.InvalidSettingsException;

/** How a program ends: its exit code, and one line on what went wrong, without a stack trace. */
final class Ending {

  static final int MISUSED = 2;
  private static final int FAILED = 1;

  private Ending() {}

  interface Body {
    void run() throws IOException, InterruptedException, MisuseException;
  }

  /**
   * Runs it.
   *
   * @param failure how the line about a failure begins
   * @param interrupted the exit code of a program that was told to end
   */
  static int of(Body body, String failure, int interrupted, PrintStream err) {
    try {
      body.run();
      return 0;
    } catch (InvalidSettingsException | MisuseException e) {
      err.println(e.getMessage());
      return MISUSED;
    } catch (IOException e) {
      err.println(failure + ": " + e.getMessage());
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return interrupted;
    }
  }
}
