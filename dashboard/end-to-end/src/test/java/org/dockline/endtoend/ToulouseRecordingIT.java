package org.dockline.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Twenty real polls of 418 real stations, read where they lie beside the project. */
class ToulouseRecordingIT extends RecordingPipelineContract {

  @Override
  Recording recording() {
    Path file =
        ServiceProcess.projectFolder()
            .resolveSibling("shared")
            .resolve("data/jcd-v1-toulouse-2025-09/polls.ndjson.gz");
    boolean there = Files.exists(file);
    if (!there) {
      System.err.println("Skipped: the recording of Toulouse is not beside the project: " + file);
    }
    assumeTrue(there, "the recording of Toulouse is not beside the project: " + file);
    return Recording.read(file);
  }
}
