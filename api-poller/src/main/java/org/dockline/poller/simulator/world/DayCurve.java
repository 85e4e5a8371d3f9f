package org.dockline.poller.simulator.world;

/**
 * A value that follows the local clock: one course for working days, another for weekends, and a
 * smooth way between the points of the table.
 */
final class DayCurve {

  private static final int STEP = 7_200;
  private static final int POINTS = 12;

  /** 1970-01-01 was a Thursday. */
  private static final int WEEKDAY_OF_EPOCH = 3;

  private final double[] workingDay;
  private final double[] weekend;

  private DayCurve(double[] workingDay, double[] weekend) {
    this.workingDay = workingDay;
    this.weekend = weekend;
  }

  /**
   * A curve through these points.
   *
   * @param workingDay values at 0, 2, 4 … 22 o'clock
   * @param weekend the same for Saturdays and Sundays
   */
  static DayCurve of(double[] workingDay, double[] weekend) {
    if (workingDay.length != POINTS || weekend.length != POINTS) {
      throw new IllegalArgumentException(
          "A day has 12 points, but was: " + workingDay.length + " and " + weekend.length);
    }
    return new DayCurve(workingDay.clone(), weekend.clone());
  }

  /**
   * The value at a moment of local time.
   *
   * @param localSecond seconds that a local clock has counted since 1970-01-01 00:00
   */
  double at(long localSecond) {
    long day = Math.floorDiv(localSecond, 86_400);
    int second = (int) Math.floorMod(localSecond, 86_400L);
    int point = second / STEP;
    double from = table(day)[point];
    double to = point + 1 < POINTS ? table(day)[point + 1] : table(day + 1)[0];
    return from + (to - from) * SmoothNoise.smooth((double) (second % STEP) / STEP);
  }

  private double[] table(long day) {
    return Math.floorMod(day + WEEKDAY_OF_EPOCH, 7) >= 5 ? weekend : workingDay;
  }
}
