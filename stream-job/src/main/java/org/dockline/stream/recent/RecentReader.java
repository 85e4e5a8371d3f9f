package org.dockline.stream.recent;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dockline.station.LatestObservations;
import org.dockline.station.StationObservation;
import org.dockline.station.files.ObservationFile;
import org.dockline.station.files.ObservationReader;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.RecentManifest;
import org.dockline.station.snapshot.RecentManifest.RecentFile;
import org.dockline.station.snapshot.SnapshotLayout;
import org.dockline.station.wire.SnapshotJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads {@code recent/} as any reader does, at the start. */
public final class RecentReader {

  private static final Logger LOG = LoggerFactory.getLogger(RecentReader.class);

  /** No station is silent for longer while its feed answers, with room to spare. */
  private static final Duration KEY_FRAMES = Duration.ofHours(1);

  private static final RecentManifest EMPTY = new RecentManifest(-1, Instant.EPOCH, List.of());

  private final SnapshotFolder folder;

  /** Reads this folder. */
  public RecentReader(SnapshotFolder folder) {
    this.folder = folder;
  }

  /**
   * What {@code recent/CURRENT} names.
   *
   * @param manifest of it, those files that are there; of an unreadable one, no files
   * @param whole it is readable and every file is there
   */
  public record Found(RecentManifest manifest, boolean whole) {}

  /** Reads the manifest and looks for its files. */
  public Found find() throws IOException {
    Optional<RecentManifest> manifest = manifest();
    if (manifest.isEmpty()) {
      return new Found(EMPTY, false);
    }
    Set<String> there = new HashSet<>(folder.list(SnapshotLayout.RECENT));
    List<RecentFile> files = manifest.get().files();
    List<RecentFile> found = files.stream().filter(f -> there.contains(path(f))).toList();
    if (found.size() < files.size()) {
      LOG.error("{} of {} recent files are missing", files.size() - found.size(), files.size());
    }
    RecentManifest usable =
        new RecentManifest(manifest.get().batchId(), manifest.get().asOf(), found);
    return new Found(usable, found.size() == files.size());
  }

  /** The newest observations, as far as the files of the last hour know them. */
  public LatestObservations newest(Collection<RecentFile> files) throws IOException {
    Optional<Instant> newest =
        files.stream().map(RecentFile::lastPolledAt).max(Comparator.naturalOrder());
    LatestObservations latest = new LatestObservations();
    for (RecentFile file : files) {
      if (!file.lastPolledAt().isBefore(newest.orElseThrow().minus(KEY_FRAMES))) {
        addAll(latest, file);
      }
    }
    return latest;
  }

  private void addAll(LatestObservations latest, RecentFile file) throws IOException {
    try (ObservationReader reader = ObservationFile.read(folder.open(path(file)))) {
      for (StationObservation o = reader.next(); o != null; o = reader.next()) {
        latest.add(o);
      }
    }
  }

  private Optional<RecentManifest> manifest() throws IOException {
    Optional<byte[]> text = folder.find(SnapshotLayout.RECENT + '/' + SnapshotLayout.CURRENT);
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(SnapshotJson.decodeRecentManifest(text.get()));
    } catch (IOException e) {
      LOG.error("recent/CURRENT can't be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static String path(RecentFile file) {
    return SnapshotLayout.RECENT + '/' + file.path();
  }
}
