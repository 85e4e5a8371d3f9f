package org.dockline.warehouse;

import java.time.Instant;
import java.util.List;
import org.dockline.station.PollHour;

/** What is kept of calls to the providers, and of what could not be understood. */
public interface PollFacts {

  /**
   * Replaces the poll hours of a contract that start in [from, to): whatever was there is gone, so
   * writing them twice leaves the same rows.
   *
   * @param contract canonical name, or {@code *}; it need not be known
   * @param hours of that contract, starting in the interval
   * @throws IllegalArgumentException when an hour is another contract's or starts elsewhere
   */
  void replacePollHours(String contract, Instant from, Instant to, List<PollHour> hours);

  /** The poll hours of a contract that start in [from, to), by source and time. */
  List<PollHour> listPollHours(String contract, Instant from, Instant to);

  /** Keeps rejected records; one that is kept already is replaced, so it stays one row. */
  void saveRejected(List<RejectedRecord> records);

  /** Rejected records received in [from, to), by partition and offset. */
  List<RejectedRecord> listRejected(Instant from, Instant to, int limit);
}
