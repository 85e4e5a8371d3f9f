package org.dockline.batch.survey;

/**
 * A run of offsets of one partition.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record OffsetRange(long from, long to) {

  /** Rejects an end before the beginning. */
  public OffsetRange {
    if (from > to) {
      throw new IllegalArgumentException("Offsets run forwards, but were: " + from + ".." + to);
    }
  }

  /** The smallest range that holds both. */
  public OffsetRange and(OffsetRange other) {
    return new OffsetRange(Math.min(from, other.from), Math.max(to, other.to));
  }
}
