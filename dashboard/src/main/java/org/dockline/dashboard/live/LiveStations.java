package org.dockline.dashboard.live;

import java.util.Optional;
import java.util.function.Consumer;

/** Where the newest state comes from. Safe for use by several threads. */
public interface LiveStations {

  /** The newest snapshot, or empty before the first. */
  Optional<LiveSnapshot> current();

  /** Why nothing newer can be read, in one sentence; empty when all is well. */
  Optional<String> problem();

  /**
   * Tells of every new snapshot, each newer than the one before, from a thread of its own; slow
   * work belongs elsewhere.
   */
  Subscription listen(Consumer<LiveSnapshot> listener);
}
