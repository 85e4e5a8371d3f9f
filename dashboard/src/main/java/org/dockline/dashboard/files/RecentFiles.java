package org.dockline.dashboard.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.InputFile;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.files.ObservationFile;
import org.dockline.station.files.ObservationIndex;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.RecentManifest.RecentFile;
import org.dockline.station.snapshot.SnapshotLayout;
import org.jspecify.annotations.Nullable;

/**
 * The files of {@code recent/}, of which each is read as seldom as memory allows: a large one is
 * searched for one station by what it says of itself at its end, which is kept; a small one is read
 * whole, because it is about to be asked for other stations, too.
 */
final class RecentFiles {

  /** A file with so small a share of the rows that may be kept is kept whole. */
  private static final int WHOLE = 50;

  /** Parts of files, each some ten kilobytes. */
  private static final int INDEX_ROOM = 400;

  /** What was read: of a whole file, or of one station in it. */
  private record Slice(RecentFile file, @Nullable StationKey station) {}

  private final SnapshotFolder folder;
  private final int rows;
  private final SliceMemory<Slice, Map<StationKey, List<StationObservation>>> slices;
  private final SliceMemory<RecentFile, ObservationIndex> indexes =
      new SliceMemory<>(INDEX_ROOM, ObservationIndex::parts);

  /**
   * Reads from this folder.
   *
   * @param rows how many observations may be kept in memory
   */
  RecentFiles(SnapshotFolder folder, int rows) {
    this.folder = folder;
    this.rows = rows;
    this.slices =
        new SliceMemory<>(rows, found -> found.values().stream().mapToInt(List::size).sum());
  }

  /** One station's observations, in no order. */
  List<StationObservation> station(RecentFile file, StationKey key) throws IOException {
    Map<StationKey, List<StationObservation>> found =
        file.rows() <= rows / WHOLE
            ? slices.find(
                new Slice(file, null), () -> byStation(ObservationFile.readAll(open(file))))
            : slices.find(new Slice(file, key), () -> byStation(search(file, key)));
    return found.getOrDefault(key, List.of());
  }

  /** A contract's observations, in no order. */
  List<StationObservation> contract(RecentFile file, String contract) throws IOException {
    return ObservationFile.readContract(open(file), contract);
  }

  private List<StationObservation> search(RecentFile file, StationKey key) throws IOException {
    InputFile opened = open(file);
    return indexes.find(file, () -> ObservationIndex.of(opened)).readStation(opened, key);
  }

  private InputFile open(RecentFile file) throws IOException {
    return folder.open(SnapshotLayout.RECENT + "/" + file.path());
  }

  private static Map<StationKey, List<StationObservation>> byStation(
      List<StationObservation> observations) {
    Map<StationKey, List<StationObservation>> stations = new HashMap<>();
    for (StationObservation o : observations) {
      List<StationObservation> own = stations.computeIfAbsent(o.key(), key -> new ArrayList<>());
      own.add(own.isEmpty() ? o : alike(own.getLast(), o));
    }
    return stations;
  }

  /** What seldom changes is kept once. */
  private static StationObservation alike(StationObservation before, StationObservation o) {
    return new StationObservation(
        before.key(),
        before.place().equals(o.place()) ? before.place() : o.place(),
        before.counts().equals(o.counts()) ? before.counts() : o.counts(),
        o.status(),
        before.flags().equals(o.flags()) ? before.flags() : o.flags(),
        o.reportedAt(),
        o.feedUpdatedAt(),
        o.polledAt(),
        o.source(),
        before.extra() != null && before.extra().equals(o.extra()) ? before.extra() : o.extra(),
        o.present());
  }
}
