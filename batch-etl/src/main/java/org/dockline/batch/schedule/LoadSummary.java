package org.dockline.batch.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many contract-days a load process loaded, told in a small file. */
public final class LoadSummary {

  private LoadSummary() {}

  /** Written by the load. */
  public static void write(Path file, int daysLoaded) throws IOException {
    Files.writeString(file, Integer.toString(daysLoaded));
  }

  /** Read by the schedule; a load that was killed has told nothing, which counts as 0. */
  static int read(Path file) throws IOException {
    String text = Files.readString(file).strip();
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }
}
