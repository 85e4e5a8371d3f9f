package org.dockline.batch.survey;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what a log holds for one contract-day. */
final class DayCount {

  private final @Nullable Map<Integer, Long> readTo;
  private final Map<Integer, OffsetRange> ranges = new HashMap<>();
  private long readBefore;
  private long inDay;
  private long late;

  /** For a loaded day: up to which offsets it was read; null for one that is not loaded. */
  DayCount(@Nullable Map<Integer, Long> readTo) {
    this.readTo = readTo;
  }

  /**
   * Counts a record that may tell of the day.
   *
   * @param own whether it was polled in the day itself, not only close to it
   */
  void add(int partition, long offset, boolean own) {
    boolean isLate = readTo != null && offset >= readTo.getOrDefault(partition, 0L);
    late += isLate ? 1 : 0;
    inDay += own ? 1 : 0;
    readBefore += own && !isLate ? 1 : 0;
    ranges.merge(partition, new OffsetRange(offset, offset + 1), OffsetRange::and);
  }

  long readBefore() {
    return readBefore;
  }

  long late() {
    return late;
  }

  DayExtent extent() {
    return new DayExtent(inDay, ranges);
  }
}
