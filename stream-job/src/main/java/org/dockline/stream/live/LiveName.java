package org.dockline.stream.live;

import org.dockline.station.snapshot.LivePointer;
import org.dockline.station.snapshot.SnapshotLayout;

/** The names of files in {@code live/}. */
final class LiveName {

  static final String CURRENT = path(SnapshotLayout.CURRENT);

  private static final String STATIONS = "stations-";

  private LiveName() {}

  static String stations(long number) {
    return STATIONS + number + ".parquet";
  }

  static String pipeline(long number) {
    return "pipeline-" + number + ".json";
  }

  /**
   * Of the file beside the stations with what merging has to remember of those that are not shown.
   * Only the stream itself reads it.
   */
  static String rest(String stationsFile) {
    return "rest-" + stationsFile.substring(STATIONS.length());
  }

  static String rest(LivePointer pointer) {
    return rest(pointer.stationsFile());
  }

  /** Relative to the snapshot folder. */
  static String path(String file) {
    return SnapshotLayout.LIVE + '/' + file;
  }
}
