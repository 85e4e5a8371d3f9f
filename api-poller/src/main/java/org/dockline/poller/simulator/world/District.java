package org.dockline.poller.simulator.world;

/** What people do around a station, and so when they take bikes from it and bring them back. */
public enum District {
  /** Left in the morning, come home to in the evening. */
  RESIDENTIAL,
  /** Full in the morning, empty after work. */
  OFFICE,
  /** Trains bring people who ride on in the morning, and take them home in the evening. */
  RAILWAY,
  /** Quiet in the week, full on the afternoons of the weekend. */
  PARK,
  /** Shops by day, bars by night. */
  CENTRE;

  /**
   * Thrown for a station.
   *
   * @param distance from the centre of the city, as a part of its radius
   */
  static District thrown(long seed, double distance) {
    double roll = Dice.unit(Dice.seed(seed, "district"), 0);
    if (roll < 0.05) {
      return RAILWAY;
    }
    if (roll < 0.13) {
      return PARK;
    }
    if (roll < 0.34) {
      return OFFICE;
    }
    return roll < 1.05 - distance ? CENTRE : RESIDENTIAL;
  }
}
