package org.dockline.poller.simulator.world;

/** Whether a station works, and if not, in which of the ways seen in real feeds. */
public enum Condition {
  /** Works: all its time is known. */
  HEALTHY(0),
  /** Closed, and counts nothing. */
  CLOSED(0.005),
  /** Closed, and goes on counting what stands there. */
  CLOSED_COUNTING(0.0025),
  /** Open, with neither a bike nor a dock, for months. */
  NO_COUNTS(0.005),
  /** Open, but its last report is days or weeks old. */
  SILENT(0.004),
  /** Open, but has never reported. */
  NEVER_REPORTED(0.001),
  /** Has lost its line to the operator. */
  DISCONNECTED(0.003);

  private final double share;

  Condition(double share) {
    this.share = share;
  }

  /** The part of all stations that is in this condition; 0 for the rest that is healthy. */
  double share() {
    return share;
  }
}
