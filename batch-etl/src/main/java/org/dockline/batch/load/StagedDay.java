package org.dockline.batch.load;

import org.jspecify.annotations.Nullable;

/**
 * What the tasks made of one contract-day.
 *
 * @param stations stations staged
 * @param records records polled in the day, repetitions and unreadable ones included
 * @param rejected of them unreadable, and whatever of the day was rejected before
 * @param sample why one of those was; null without any
 * @param error why the day must not be loaded; null when it may
 */
record StagedDay(
    int stations, long records, long rejected, @Nullable String sample, @Nullable String error) {

  static final StagedDay NOTHING = new StagedDay(0, 0, 0, null, null);

  /** Both together. */
  StagedDay plus(StagedDay other) {
    return new StagedDay(
        stations + other.stations,
        records + other.records,
        rejected + other.rejected,
        sample == null ? other.sample : sample,
        error == null ? other.error : error);
  }

  /** With what was rejected before it came here. */
  StagedDay alsoRejected(long more) {
    return new StagedDay(stations, records, rejected + more, sample, error);
  }

  static StagedDay station() {
    return new StagedDay(1, 0, 0, null, null);
  }

  static StagedDay failure(String because) {
    return new StagedDay(0, 0, 0, null, because);
  }
}
