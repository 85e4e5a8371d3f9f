package org.dockline.poller.simulator.world;

/**
 * How many bikes stand in one station, at any second, computed from that second alone: the course
 * of its district's day, its own habits, and riders who come and go as they like.
 */
final class BikeRhythm {

  private final DayCurve share;
  private final LocalClock clock;
  private final int shift;
  private final double swing;
  private final double bias;
  private final double popularity;
  private final SmoothNoise riders;
  private final SmoothNoise groups;
  private final SmoothNoise hours;
  private final SmoothNoise weather;
  private final VanVisits vans;

  BikeRhythm(long seed, District district, LocalClock clock) {
    this.share = Commuting.shareOf(district);
    this.clock = clock;
    this.shift = (int) Dice.between(seed, "shift", -2_400, 2_400);
    this.swing = Dice.between(seed, "swing", 0.55, 1.3);
    this.bias = Dice.between(seed, "bias", -0.16, 0.16);
    this.popularity = Dice.between(seed, "popularity", 0.5, 1.5);
    this.riders = new SmoothNoise(Dice.seed(seed, "riders"), 360);
    this.groups = new SmoothNoise(Dice.seed(seed, "groups"), 1_500);
    this.hours = new SmoothNoise(Dice.seed(seed, "hours"), 5_400);
    this.weather = new SmoothNoise(Dice.seed(seed, "weather"), 45_000);
    this.vans = new VanVisits(Dice.seed(seed, "vans"), district);
  }

  /**
   * Bikes at that second.
   *
   * @param workingDocks docks that can hold one
   * @return 0..workingDocks
   */
  int bikes(long epochSecond, int workingDocks) {
    long local = clock.localSecond(epochSecond);
    double usual = 0.5 + (share.at(local + shift) - 0.5) * swing + bias;
    double expected = workingDocks * (usual + 0.10 * weather.at(epochSecond));
    double size = popularity * Math.sqrt(workingDocks / 20.0);
    double own =
        1.1 * riders.at(epochSecond) + 1.4 * groups.at(epochSecond) + 2.0 * hours.at(epochSecond);
    double level = expected + own * size * Commuting.LIVELINESS.at(local) + vans.carried(local);
    return Math.clamp(Math.round(level), 0, workingDocks);
  }
}
