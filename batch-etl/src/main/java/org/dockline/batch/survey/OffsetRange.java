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

  /** What lies in both; empty, at the beginning of this one or the other, when nothing does. */
  public OffsetRange within(OffsetRange other) {
    long start = Math.max(from, other.from);
    return new OffsetRange(start, Math.max(start, Math.min(to, other.to)));
  }

  /** Whether it holds no offset. */
  public boolean isEmpty() {
    return from == to;
  }

  /** How many offsets. */
  public long size() {
    return to - from;
  }

  /** Whether it holds that offset. */
  public boolean contains(long offset) {
    return offset >= from && offset < to;
  }
}
