package org.dockline.poller.simulator.world;

/**
 * Numbers that look thrown and are computed: the same arguments give the same number, on every
 * machine and for ever.
 */
final class Dice {

  private Dice() {}

  /** Any of the 2^64 numbers, each as likely. */
  static long roll(long seed, long which) {
    long z = seed + (which + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The seed of one thing among others of the same seed, told by its name. */
  static long seed(long seed, String name) {
    long own = seed;
    for (int i = 0; i < name.length(); i++) {
      own = roll(own, name.charAt(i));
    }
    return own;
  }

  /** In [0, 1). */
  static double unit(long seed, long which) {
    return (roll(seed, which) >>> 11) * 0x1.0p-53;
  }

  /** In [low, high). */
  static double between(long seed, String name, double low, double high) {
    return low + (high - low) * unit(seed(seed, name), 0);
  }

  /** In [0, bound). */
  static int below(long seed, String name, int bound) {
    return (int) (unit(seed(seed, name), 0) * bound);
  }
}
