package org.dockline.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A recording of our own making: ten stations, twenty polls, with a silent station, one that is
 * open with nothing in it, one that closes for a while, a change under an unchanged report, a van,
 * and a station that leaves.
 */
class OwnRecordingIT extends RecordingPipelineContract {

  @Override
  Recording recording() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("recording.ndjson"))) {
      return Recording.read(in);
    }
  }
}
