package org.dockline.canary;

/** The compiler's own lints: falls through to the next case. */
final class FallsThrough {
  private FallsThrough() {}

  static int count(int value) {
    int count = 0;
    switch (value) {
      case 1:
        count++;
      default:
        count++;
    }
    return count;
  }
}
