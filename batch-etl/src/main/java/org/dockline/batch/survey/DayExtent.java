package org.dockline.batch.survey;

import java.util.Map;

/**
 * How much of a log belongs to one contract-day, and where it lies.
 *
 * @param records records polled in the day, repetitions and unreadable ones included
 * @param ranges by partition: everything that may tell of the day lies in these offsets
 */
public record DayExtent(long records, Map<Integer, OffsetRange> ranges) {

  /** Nothing. */
  public static final DayExtent NOTHING = new DayExtent(0, Map.of());

  /** Copies the ranges. */
  public DayExtent {
    ranges = Map.copyOf(ranges);
  }
}
