package org.dockline.stream.files;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dockline.station.files.SnapshotFolder;

/**
 * Removes files that readers are no longer shown, some time after they were last: those that were
 * replaced, and those of a writer that died before it could show them.
 */
public final class Leftovers {

  private final SnapshotFolder folder;
  private final String below;
  private final Duration grace;
  private final Map<String, Instant> unneededSince = new HashMap<>();

  /**
   * Looks after one folder.
   *
   * @param below the folder, inside {@code folder}
   * @param grace how long a reader may still be busy with a file
   */
  public Leftovers(SnapshotFolder folder, String below, Duration grace) {
    this.folder = folder;
    this.below = below;
    this.grace = grace;
  }

  /**
   * Removes what was not needed for long enough, as far as this object has seen.
   *
   * @param needed paths that must stay
   */
  public void sweep(Collection<String> needed, Instant now) throws IOException {
    Set<String> unneeded = new HashSet<>(folder.list(below));
    unneeded.removeAll(needed);
    unneededSince.keySet().retainAll(unneeded);
    for (String path : unneeded) {
      // After a clock was set back the grace begins anew.
      Instant since = unneededSince.merge(path, now, Leftovers::earlier);
      if (!now.isBefore(since.plus(grace))) {
        folder.delete(path);
        unneededSince.remove(path);
      }
    }
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
