package org.dockline.batch.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import org.dockline.batch.load.LoadedThrough;
import org.dockline.station.snapshot.SnapshotLayout;
import org.dockline.station.wire.SnapshotJson;

/**
 * {@code recent/LOADED_THROUGH} in the snapshot folder. It is written beside its place, forced to
 * the disk and renamed, so that a reader sees the old one or the new one.
 */
public final class LoadedThroughFile implements LoadedThrough {

  private final Path file;

  /** In that snapshot folder, which need not exist yet. */
  public LoadedThroughFile(Path snapshots) {
    this.file = snapshots.resolve(SnapshotLayout.RECENT).resolve(SnapshotLayout.LOADED_THROUGH);
  }

  @Override
  public void publish(Map<String, Instant> loadedThrough) {
    try {
      Files.createDirectories(file.resolveSibling("."));
      Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
      Files.write(unfinished, SnapshotJson.encode(loadedThrough));
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be written; check SNAPSHOT_DIR", e);
    }
  }
}
