package org.dockline.poller.simulator.world;

/** Something in what a station says of itself that is odd and real. */
public enum Oddity {
  /** Nothing odd. */
  NONE(0),
  /** The address is an empty text. */
  BLANK_ADDRESS(0.02),
  /** The address runs over two lines. */
  NEWLINE_IN_ADDRESS(0.004),
  /** The address holds double quotes. */
  QUOTES_IN_ADDRESS(0.003),
  /** The name has two spaces where one belongs, or one at its end. */
  STRAY_SPACES_IN_NAME(0.03),
  /** Mechanical and electrical bikes do not add up to the bikes. */
  BIKE_KINDS_DO_NOT_ADD_UP(0.01),
  /** Bikes and docks are together more than the capacity. */
  MORE_THAN_CAPACITY(0.002),
  /** Some docks are broken, so bikes and docks are together less than the capacity. */
  BROKEN_DOCKS(0.22);

  private final double share;

  Oddity(double share) {
    this.share = share;
  }

  /** The part of all stations that has it. */
  double share() {
    return share;
  }
}
