package org.dockline.station.snapshot;

/** Names inside {@code SNAPSHOT_DIR}. */
public final class SnapshotLayout {

  /** Folder of the newest observation of every present station. */
  public static final String LIVE = "live";

  /** Folder of every observation that the warehouse may still lack. */
  public static final String RECENT = "recent";

  /** In both folders: the small file that names the valid ones, moved only after they are whole. */
  public static final String CURRENT = "CURRENT";

  /** In {@link #RECENT}: up to when the warehouse has each contract; written by the batch. */
  public static final String LOADED_THROUGH = "LOADED_THROUGH";

  private SnapshotLayout() {}
}
