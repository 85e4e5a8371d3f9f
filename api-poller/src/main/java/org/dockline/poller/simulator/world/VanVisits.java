package org.dockline.poller.simulator.world;

/**
 * The operator's van: on some days it brings bikes to a station that runs empty, or takes them from
 * one that runs full, all at once; riders undo it in the hours after.
 *
 * @param seed the station's
 * @param district decides whether bikes are brought or taken
 */
record VanVisits(long seed, District district) {

  private static final double VISITS_PER_DAY = 0.12;
  private static final int EARLIEST = 9 * 3_600;
  private static final int LATEST = 17 * 3_600;
  private static final double WEARS_OFF = 5 * 3_600;

  /** Bikes that the van has added (or, below zero, taken away) and riders have not undone yet. */
  double carried(long localSecond) {
    long day = Math.floorDiv(localSecond, 86_400);
    if (Dice.unit(seed, 3 * day) >= VISITS_PER_DAY) {
      return 0;
    }
    double visit = EARLIEST + (LATEST - EARLIEST) * Dice.unit(seed, 3 * day + 1);
    double since = Math.floorMod(localSecond, 86_400L) - visit;
    if (since < 0 || since >= WEARS_OFF) {
      return 0;
    }
    double load = 6 + 6 * Dice.unit(seed, 3 * day + 2);
    return (district == District.OFFICE ? -load : load) * (1 - since / WEARS_OFF);
  }
}
