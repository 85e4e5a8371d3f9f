package org.dockline.poller.polling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.dockline.station.PollReport;

/** Reports that could not be delivered yet, oldest first and bounded. */
final class WaitingReports {

  /** A day of failures at 10 s. */
  static final int BOUND = 8_640;

  private final Deque<PollReport> waiting = new ArrayDeque<>();

  /**
   * Adds the newest.
   *
   * @return how many of the oldest were given up for it
   */
  int add(PollReport report) {
    waiting.addLast(report);
    if (waiting.size() <= BOUND) {
      return 0;
    }
    waiting.removeFirst();
    return 1;
  }

  List<PollReport> list() {
    return List.copyOf(waiting);
  }

  void delivered() {
    waiting.clear();
  }
}
