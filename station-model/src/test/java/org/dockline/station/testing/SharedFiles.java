package org.dockline.station.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds recorded data of real providers, which lies outside the project. */
public final class SharedFiles {

  private SharedFiles() {}

  /** A file or folder of the recordings; the test is skipped, with the reason, where it is not. */
  public static Path require(String name) {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      for (Path data : List.of(folder.resolve("shared/data"), folder.resolve("data"))) {
        if (Files.exists(data.resolve(name))) {
          return data.resolve(name);
        }
      }
    }
    String reason = "skipped: no folder above " + here + " has shared/data/" + name;
    System.out.println(reason);
    assumeTrue(false, reason);
    throw new AssertionError("not reached");
  }
}
