package org.dockline.batch.log;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When the first and the last record of each partition were polled that a survey has met. */
public final class Edges {
  private final Map<Integer, Long> first = new HashMap<>();
  private final Map<Integer, Long> last = new HashMap<>();

  /** Met a record, in the order of offsets. */
  public void meet(int partition, long timestamp) {
    first.putIfAbsent(partition, timestamp);
    last.put(partition, timestamp);
  }

  /** Null when none was met. */
  public @Nullable Instant first(int partition) {
    Long millis = first.get(partition);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  /** Null when none was met. */
  public @Nullable Instant last(int partition) {
    Long millis = last.get(partition);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
