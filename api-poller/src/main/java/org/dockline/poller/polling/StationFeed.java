package org.dockline.poller.polling;

import java.time.Instant;

/** A provider of stations, asked again and again. */
public interface StationFeed {

  /** The contract that is asked for, canonical, or {@code *} for all in one answer. */
  String scope();

  /**
   * Asks once. What goes wrong outside is an answer, never an exception.
   *
   * @param polledAt the time of asking, which every observation of the answer carries
   */
  FeedAnswer poll(Instant polledAt);

  /** How it stands beside other feeds since its last poll; may be asked by any thread. */
  default Standing standing() {
    return Standing.ALONE;
  }
}
