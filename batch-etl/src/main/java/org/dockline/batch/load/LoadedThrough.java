package org.dockline.batch.load;

import java.time.Instant;
import java.util.Map;

/** Tells the speed chain up to when the warehouse answers for each contract. */
@FunctionalInterface
public interface LoadedThrough {

  /** Replaces what was told before, at once. */
  void publish(Map<String, Instant> loadedThrough);
}
