package org.dockline.batch.survey;

/**
 * How many records of one contract a stretch of a partition holds that were polled in one minute:
 * what a survey needs to know of them, at a fraction of their number.
 *
 * @param minute since the epoch
 * @param records how many
 * @param first the lowest of their offsets
 * @param last the highest of them
 */
record MinuteCount(long minute, long records, long first, long last) {
  static final long MILLIS = 60_000;

  /** One record. */
  static MinuteCount of(long offset, long polledAt) {
    return new MinuteCount(Math.floorDiv(polledAt, MILLIS), 1, offset, offset);
  }

  long start() {
    return minute * MILLIS;
  }

  /** Whether a moment parts the minute's records. */
  boolean isPartedAt(long millis) {
    return millis > start() && millis < start() + MILLIS;
  }

  /** Whether an offset parts them, so that some lie before it and some behind. */
  boolean isPartedBy(long offset) {
    return first < offset && offset <= last;
  }

  boolean holds(long millis) {
    return millis >= start() && millis < start() + MILLIS;
  }

  /** With one record more. */
  MinuteCount and(long offset) {
    return new MinuteCount(minute, records + 1, Math.min(first, offset), Math.max(last, offset));
  }

  /** Both together, of the same minute. */
  MinuteCount and(MinuteCount other) {
    return new MinuteCount(
        minute, records + other.records, Math.min(first, other.first), Math.max(last, other.last));
  }
}
