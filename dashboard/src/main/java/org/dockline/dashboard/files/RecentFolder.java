package org.dockline.dashboard.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dockline.dashboard.history.RecentObservations;
import org.dockline.station.ObservationSequence;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
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

  private final Path folder;

  /** Reads below the stream's folder, which need not exist yet. */
  public RecentFolder(Path snapshotDir) {
    folder = snapshotDir.resolve(SnapshotLayout.RECENT);
  }

  @Override
  public Found find(StationKey key, Instant polledFrom, Instant polledTo) {
    String swept = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return read(manifest(), key, polledFrom, polledTo);
      } catch (NoManifestException e) {
        return new Found(List.of(), null, null);
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
        found.addAll(ObservationFile.readStation(folder.resolve(file.path()), key));
      }
    }
    found.removeIf(o -> o.polledAt().isBefore(from) || !o.polledAt().isBefore(to));
    return new Found(ObservationSequence.of(found).observations(), manifest.asOf(), null);
  }

  private RecentManifest manifest() throws IOException {
    try {
      return SnapshotJson.decodeRecentManifest(
          Files.readAllBytes(folder.resolve(SnapshotLayout.CURRENT)));
    } catch (NoSuchFileException e) {
      throw new NoManifestException(e);
    }
  }

  /** The stream has not written anything yet, which is a state and no failure. */
  private static final class NoManifestException extends IOException {
    private static final long serialVersionUID = 1L;

    NoManifestException(IOException cause) {
      super(cause);
    }
  }
}
