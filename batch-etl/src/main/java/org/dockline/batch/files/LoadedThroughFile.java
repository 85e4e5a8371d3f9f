package org.dockline.batch.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.dockline.batch.load.LoadedThrough;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.SnapshotLayout;
import org.dockline.station.wire.SnapshotJson;

/**
 * {@code recent/LOADED_THROUGH} in the snapshot folder: a reader sees the old one or the new one.
 */
public final class LoadedThroughFile implements LoadedThrough {

  private static final String FILE = SnapshotLayout.RECENT + "/" + SnapshotLayout.LOADED_THROUGH;

  private final SnapshotFolder snapshots;

  /** In that snapshot folder, which need not exist yet. */
  public LoadedThroughFile(SnapshotFolder snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public void publish(Map<String, Instant> loadedThrough) {
    try {
      snapshots.write(FILE, SnapshotJson.encode(loadedThrough));
    } catch (IOException e) {
      throw new UncheckedIOException(
          FILE + " can't be written in " + snapshots + "; check SNAPSHOT_DIR", e);
    }
  }
}
