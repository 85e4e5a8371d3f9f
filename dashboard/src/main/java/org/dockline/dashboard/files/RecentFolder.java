package org.dockline.dashboard.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dockline.dashboard.history.RecentObservations;
import org.dockline.station.ObservationSequence;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.files.ObservationFile;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.RecentManifest;
import org.dockline.station.snapshot.RecentManifest.RecentFile;
import org.dockline.station.snapshot.SnapshotLayout;
import org.dockline.station.wire.SnapshotJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@code recent/} folder. A compaction may sweep files away while they are read; then the
 * manifest names others that hold the same, and reading begins again.
 */
public final class RecentFolder implements RecentObservations {

  private static final Logger LOG = LoggerFactory.getLogger(RecentFolder.class);
  private static final int ATTEMPTS = 3;

  private final SnapshotFolder folder;

  /** Reads what the stream writes, which need not exist yet. */
  public RecentFolder(SnapshotFolder folder) {
    this.folder = folder;
  }

  @Override
  public Found find(StationKey key, Instant polledFrom, Instant polledTo) {
    String swept = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        Optional<byte[]> manifest = folder.find(path(SnapshotLayout.CURRENT));
        return manifest.isEmpty()
            ? new Found(List.of(), null, null)
            : read(SnapshotJson.decodeRecentManifest(manifest.get()), key, polledFrom, polledTo);
      } catch (NoSuchFileException | FileNotFoundException e) {
        swept = String.valueOf(e.getMessage());
      } catch (IOException | RuntimeException e) {
        LOG.warn("Recent observations of {} can't be read: {}", key, e.toString());
        return new Found(List.of(), null, "recent observations can't be read: " + e.getMessage());
      }
    }
    return new Found(List.of(), null, "recent files keep vanishing, at last " + swept);
  }

  private Found read(RecentManifest manifest, StationKey key, Instant from, Instant to)
      throws IOException {
    List<StationObservation> found = new ArrayList<>();
    for (RecentFile file : manifest.files()) {
      if (!file.lastPolledAt().isBefore(from) && file.firstPolledAt().isBefore(to)) {
        found.addAll(ObservationFile.readStation(folder.open(path(file.path())), key));
      }
    }
    found.removeIf(o -> o.polledAt().isBefore(from) || !o.polledAt().isBefore(to));
    return new Found(ObservationSequence.of(found).observations(), manifest.asOf(), null);
  }

  private static String path(String file) {
    return SnapshotLayout.RECENT + "/" + file;
  }
}
