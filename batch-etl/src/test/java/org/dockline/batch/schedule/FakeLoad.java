package org.dockline.batch.schedule;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A load process for tests: ends at once with an exit code, or never by itself. */
final class FakeLoad {

  private FakeLoad() {}

  /** Arguments: the exit code or {@code forever}, the summary file. */
  public static void main(String[] args) throws Exception {
    if (args[0].equals("forever")) {
      LoadSummary.write(Path.of(args[1]), -1);
      new CountDownLatch(1).await();
    }
    LoadSummary.write(Path.of(args[1]), Integer.parseInt(System.getenv("FAKE_DAYS")));
    System.exit(Integer.parseInt(args[0]));
  }
}
