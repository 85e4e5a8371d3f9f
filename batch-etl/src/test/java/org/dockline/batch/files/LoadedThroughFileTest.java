package org.dockline.batch.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.dockline.station.files.LocalFolder;
import org.dockline.station.wire.SnapshotJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedThroughFileTest {

  @TempDir Path snapshots;

  @Test
  void replacesWhatWasToldBefore() throws IOException {
    LoadedThroughFile file = new LoadedThroughFile(new LocalFolder(snapshots));
    Map<String, Instant> second = Map.of("lyon", Instant.parse("2026-03-10T23:00:00Z"));

    file.publish(Map.of("lyon", Instant.parse("2026-03-09T23:00:00Z")));
    file.publish(second);

    Path recent = snapshots.resolve("recent");
    byte[] text = Files.readAllBytes(recent.resolve("LOADED_THROUGH"));
    assertThat(SnapshotJson.decodeLoadedThrough(text)).isEqualTo(second);
    try (var files = Files.list(recent)) {
      assertThat(files).as("nothing unfinished is left").hasSize(1);
    }
  }

  @Test
  void namesTheFileThatCantBeWritten() throws IOException {
    Files.writeString(snapshots.resolve("recent"), "a file where the folder should be");

    assertThatThrownBy(() -> new LoadedThroughFile(new LocalFolder(snapshots)).publish(Map.of()))
        .hasMessageContaining("LOADED_THROUGH")
        .hasMessageContaining("SNAPSHOT_DIR");
  }
}
