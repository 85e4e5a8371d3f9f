package org.dockline.dashboard.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dockline.dashboard.history.RecentObservations;
import org.dockline.station.ObservationSequence;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.RecentManifest;
import org.dockline.station.snapshot.RecentManifest.RecentFile;
import org.dockline.station.snapshot.SnapshotLayout;
import org.dockline.station.wire.SnapshotJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@code recent/} folder. A compaction may sweep files away while they are read; then the
 * manifest names others that hold the same, and reading begins again.
 */
public final class RecentFolder implements RecentObservations {

  private static final Logger LOG = LoggerFactory.getLogger(RecentFolder.class);
  private static final int ATTEMPTS = 3;

  /** The part of the heap that is for what was read. */
  private static final int SHARE = 16;

  private final SnapshotFolder folder;
  private final RecentFiles files;
  private final SliceMemory<ByteBuffer, RecentManifest> manifests =
      new SliceMemory<>(1, manifest -> 0);

  /**
   * Reads what the stream writes, which need not exist yet; a sixteenth of the heap is kept for
   * what was read before.
   */
  public RecentFolder(SnapshotFolder folder) {
    this(folder, (int) Math.min(Integer.MAX_VALUE / 2, Runtime.getRuntime().maxMemory() / SHARE));
  }

  /** The same, keeping so many bytes, about. */
  RecentFolder(SnapshotFolder folder, int bytes) {
    this.folder = folder;
    this.files = new RecentFiles(folder, bytes);
  }

  @Override
  public Found find(StationKey key, Instant polledFrom, Instant polledTo) {
    Read read = read(polledFrom, polledTo, file -> files.station(file, key), key.toString());
    return new Found(
        ObservationSequence.of(read.observations()).observations(), read.asOf(), read.problem());
  }

  @Override
  public FoundContract findContract(String contract, Instant polledFrom, Instant polledTo) {
    Read read = read(polledFrom, polledTo, file -> files.contract(file, contract), contract);
    Map<StationKey, List<StationObservation>> stations = new HashMap<>();
    read.observations()
        .forEach(o -> stations.computeIfAbsent(o.key(), key -> new ArrayList<>()).add(o));
    stations.replaceAll((key, own) -> ObservationSequence.of(own).observations());
    return new FoundContract(stations, read.asOf(), read.problem());
  }

  /** What the files hold, in no order, and how reading went. */
  private record Read(
      List<StationObservation> observations, @Nullable Instant asOf, @Nullable String problem) {}

  private interface FileReader {
    List<StationObservation> read(RecentFile file) throws IOException;
  }

  private Read read(Instant from, Instant to, FileReader reader, String what) {
    String swept = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        Optional<byte[]> manifest =
            folder.find(SnapshotLayout.RECENT + "/" + SnapshotLayout.CURRENT);
        return manifest.isEmpty()
            ? new Read(List.of(), null, null)
            : read(decoded(manifest.get()), from, to, reader);
      } catch (NoSuchFileException | FileNotFoundException e) {
        swept = String.valueOf(e.getMessage());
      } catch (IOException | RuntimeException e) {
        LOG.warn("Recent observations of {} can't be read: {}", what, e.toString());
        return new Read(List.of(), null, "recent observations can't be read: " + e.getMessage());
      }
    }
    return new Read(List.of(), null, "recent files keep vanishing, at last " + swept);
  }

  /** It is read at each question, and changes every few seconds. */
  private RecentManifest decoded(byte[] manifest) throws IOException {
    return manifests.find(
        ByteBuffer.wrap(manifest), () -> SnapshotJson.decodeRecentManifest(manifest));
  }

  private Read read(RecentManifest manifest, Instant from, Instant to, FileReader reader)
      throws IOException {
    List<StationObservation> found = new ArrayList<>();
    for (RecentFile file : manifest.files()) {
      if (!file.lastPolledAt().isBefore(from) && file.firstPolledAt().isBefore(to)) {
        found.addAll(reader.read(file));
      }
    }
    found.removeIf(o -> o.polledAt().isBefore(from) || !o.polledAt().isBefore(to));
    return new Read(found, manifest.asOf(), null);
  }
}
