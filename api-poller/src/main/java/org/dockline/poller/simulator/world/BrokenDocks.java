package org.dockline.poller.simulator.world;

/** Docks that do not work: in most stations none, in some a few, until a mechanic comes. */
final class BrokenDocks {

  private static final int MECHANIC_COMES_EVERY = 3 * 86_400;

  private final long seed;
  private final int phase;
  private final int most;

  BrokenDocks(long seed, int capacity, Oddity oddity) {
    this.seed = Dice.seed(seed, "broken");
    this.phase = Dice.below(seed, "mechanic", MECHANIC_COMES_EVERY);
    this.most = oddity == Oddity.BROKEN_DOCKS ? Math.max(1, capacity / 5) : 0;
  }

  /** How many at that second, at least one where there are any at all. */
  int at(long epochSecond) {
    if (most == 0) {
      return 0;
    }
    double roll = Dice.unit(seed, Math.floorDiv(epochSecond - phase, MECHANIC_COMES_EVERY));
    return 1 + (int) (roll * roll * most);
  }
}
