package org.dockline.stream;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.SnapshotLayout;
import org.dockline.stream.files.Leftovers;

/**
 * Removes what readers are no longer shown. Remembers since when over all attempts to run the
 * query: on a full disk none of them lasts, and what is swept is the room that they wait for.
 */
final class Sweep {

  private static final Duration LIVE_GRACE = Duration.ofMinutes(1);
  private static final Duration RECENT_GRACE = Duration.ofMinutes(10);

  private final Leftovers live;
  private final Leftovers recent;

  Sweep(SnapshotFolder folder) {
    this.live = new Leftovers(folder, SnapshotLayout.LIVE, LIVE_GRACE);
    this.recent = new Leftovers(folder, SnapshotLayout.RECENT, RECENT_GRACE);
  }

  /** Removes what has been of no use to {@code start}, or to one before it, for long enough. */
  void run(Recovery.Start start, Instant now) throws IOException {
    start.live().sweep(live, now);
    start.recent().sweep(recent, now);
  }
}
