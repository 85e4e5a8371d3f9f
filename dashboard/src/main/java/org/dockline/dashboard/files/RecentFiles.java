package org.dockline.dashboard.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.files.ObservationFile;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.RecentManifest.RecentFile;
import org.dockline.station.snapshot.SnapshotLayout;

/**
 * The files of {@code recent/}, of which each page is read as seldom as memory allows: what a file
 * says of itself at its end leads to the few that may hold a station, and a page that was read is
 * kept, packed, because it is about to be asked for its other stations, too.
 */
final class RecentFiles {

  private record Group(RecentFile file, int number) {}

  private record Page(Group group, long firstRow) {}

  private final SnapshotFolder folder;
  private final SliceMemory<RecentFile, ObservationPages> files;
  private final SliceMemory<Group, GroupPages> groups;
  private final SliceMemory<Page, PackedRows> pages;

  /**
   * Reads from this folder.
   *
   * @param bytes how much may be kept in memory, about
   */
  RecentFiles(SnapshotFolder folder, int bytes) {
    this.folder = folder;
    this.files = new SliceMemory<>(bytes / 4, ObservationPages::bytes);
    this.groups = new SliceMemory<>(bytes / 8, GroupPages::bytes);
    this.pages = new SliceMemory<>(bytes / 8 * 5, PackedRows::bytes);
  }

  /** One station's observations, in no order. */
  List<StationObservation> station(RecentFile file, StationKey key) throws IOException {
    ObservationPages read = files.find(file, () -> ObservationPages.of(folder.open(path(file))));
    List<StationObservation> found = new ArrayList<>();
    for (int number : read.groups(key)) {
      Group group = new Group(file, number);
      GroupPages told = groups.find(group, () -> read.pages(number));
      for (PageSpan page : told.spans()) {
        if (page.mayHold(key)) {
          found.addAll(page(read, group, told, page).station(key));
        }
      }
    }
    return found;
  }

  private PackedRows page(ObservationPages file, Group group, GroupPages told, PageSpan page)
      throws IOException {
    return pages.find(
        new Page(group, page.firstRow()),
        () -> PackedRows.of(file.read(group.number(), told, page)));
  }

  /** A contract's observations, in no order. */
  List<StationObservation> contract(RecentFile file, String contract) throws IOException {
    return ObservationFile.readContract(folder.open(path(file)), contract);
  }

  private static String path(RecentFile file) {
    return SnapshotLayout.RECENT + "/" + file.path();
  }
}
