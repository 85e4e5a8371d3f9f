package org.dockline.batch.schedule;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A load process for tests: ends at once with an exit code, or never by itself. */
final class FakeJob {

  private FakeJob() {}

  /** Arguments: the exit code or {@code forever}, the summary file. */
  public static void main(String[] args) throws Exception {
    if (args[0].equals("forever")) {
      JobSummary.of(-1, null, List.of()).write(Path.of(args[1]));
      new CountDownLatch(1).await();
    }
    JobSummary.of(Integer.parseInt(System.getenv("FAKE_DAYS")), 3L, List.of("a: b", "c\\d"))
        .write(Path.of(args[1]));
    System.exit(Integer.parseInt(args[0]));
  }
}
