package org.dockline.poller.simulator.world;

/**
 * A curve in [-1, 1] that wanders without a pattern: a thrown value at every multiple of a period,
 * and a smooth way from each to the next. Any point of it is computed alone.
 *
 * @param seed which of the many curves
 * @param period seconds from one thrown value to the next
 */
record SmoothNoise(long seed, int period) {

  /** The curve at that second. */
  double at(long second) {
    long knot = Math.floorDiv(second, period);
    double way = (double) (second - knot * period) / period;
    double from = knot(knot);
    return from + (knot(knot + 1) - from) * smooth(way);
  }

  private double knot(long knot) {
    return 2 * Dice.unit(seed, knot) - 1;
  }

  /** From 0 to 1, level at both ends. */
  static double smooth(double way) {
    return way * way * (3 - 2 * way);
  }
}
