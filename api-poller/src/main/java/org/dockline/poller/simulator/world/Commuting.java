package org.dockline.poller.simulator.world;

/** How a city moves in the course of a day and a week. */
final class Commuting {

  /** How much is going on in the streets, by local time; 1 at the height of rush hour. */
  static final DayCurve LIVELINESS =
      DayCurve.of(
          new double[] {.14, .06, .05, .30, 1.0, .70, .75, .70, .90, 1.0, .60, .36},
          new double[] {.26, .20, .08, .08, .25, .60, .85, .95, .95, .80, .60, .42});

  private static final DayCurve RESIDENTIAL =
      DayCurve.of(
          new double[] {.76, .80, .82, .78, .30, .12, .18, .20, .28, .56, .68, .73},
          new double[] {.74, .76, .77, .76, .70, .58, .50, .48, .50, .58, .66, .72});

  private static final DayCurve OFFICE =
      DayCurve.of(
          new double[] {.16, .14, .14, .18, .66, .95, .90, .92, .76, .34, .20, .17},
          new double[] {.18, .18, .18, .18, .20, .26, .32, .32, .30, .26, .22, .19});

  private static final DayCurve RAILWAY =
      DayCurve.of(
          new double[] {.58, .60, .62, .56, .10, .22, .42, .46, .58, .92, .74, .62},
          new double[] {.58, .58, .58, .56, .48, .42, .44, .48, .56, .66, .64, .60});

  private static final DayCurve PARK =
      DayCurve.of(
          new double[] {.28, .26, .26, .26, .28, .32, .40, .42, .48, .50, .36, .30},
          new double[] {.28, .26, .26, .26, .30, .50, .72, .90, .94, .66, .42, .30});

  private static final DayCurve CENTRE =
      DayCurve.of(
          new double[] {.42, .34, .30, .30, .40, .58, .68, .66, .62, .60, .70, .60},
          new double[] {.56, .46, .32, .28, .32, .48, .68, .74, .70, .62, .72, .68});

  private Commuting() {}

  /** The part of the working docks that holds a bike on an ordinary day, by local time. */
  static DayCurve shareOf(District district) {
    return switch (district) {
      case RESIDENTIAL -> RESIDENTIAL;
      case OFFICE -> OFFICE;
      case RAILWAY -> RAILWAY;
      case PARK -> PARK;
      case CENTRE -> CENTRE;
    };
  }
}
