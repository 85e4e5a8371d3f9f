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
   * Counts records that may tell of the day: all of them read already, or none.
   *
   * @param own whether they were polled in the day itself, not only close to it
   */
  void add(int partition, MinuteCount polled, boolean own) {
    boolean isLate = readTo != null && polled.first() >= readTo.getOrDefault(partition, 0L);
    late += isLate ? polled.records() : 0;
    inDay += own ? polled.records() : 0;
    readBefore += own && !isLate ? polled.records() : 0;
    ranges.merge(partition, new OffsetRange(polled.first(), polled.last() + 1), OffsetRange::and);
  }

  /** Whether some of the records had been read and some not. */
  boolean parts(int partition, MinuteCount polled) {
    return readTo != null && polled.isPartedBy(readTo.getOrDefault(partition, 0L));
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
