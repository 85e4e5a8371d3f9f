package org.dockline.poller.simulator.world;

import org.jspecify.annotations.Nullable;

/**
 * Where a station is to stand, before anything else is known of it.
 *
 * @param seed its own
 * @param city its city
 * @param number its number inside the city's contract
 * @param latitude degrees north
 * @param longitude degrees east
 * @param distance from the centre, as a part of the city's radius
 */
record Site(long seed, City city, int number, double latitude, double longitude, double distance) {

  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
  private static final double KM_PER_DEGREE = 111.2;
  private static final double GAP_IN_NUMBERS = 0.06;

  /**
   * Site {@code index} of {@code count} in that city: spread evenly around, closer together towards
   * the centre.
   *
   * @param number at least one more than that of the site before
   */
  static Site of(long citySeed, City city, int index, int count, int number) {
    long seed = Dice.roll(citySeed, number);
    double rank = (index + Dice.between(seed, "radius", 0.1, 0.9)) / count;
    double distance = Math.pow(rank, 0.62);
    double angle = index * GOLDEN_ANGLE + Dice.between(seed, "angle", -0.3, 0.3);
    double km = distance * city.radiusKm();
    double latitude = centre(city.contract().latitude());
    double north = km * Math.sin(angle) / KM_PER_DEGREE;
    double east = km * Math.cos(angle) / (KM_PER_DEGREE * Math.cos(Math.toRadians(latitude)));
    double longitude = centre(city.contract().longitude());
    return new Site(
        seed, city, number, rounded(latitude + north), rounded(longitude + east), distance);
  }

  /** The number after this one; now and then one is left out, as after a removed station. */
  int nextNumber() {
    return number + (Dice.unit(Dice.seed(seed, "gap"), 0) < GAP_IN_NUMBERS ? 2 : 1);
  }

  private static double centre(@Nullable Double degrees) {
    if (degrees == null) {
      throw new IllegalArgumentException("A simulated city needs a known centre");
    }
    return degrees;
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }
}
