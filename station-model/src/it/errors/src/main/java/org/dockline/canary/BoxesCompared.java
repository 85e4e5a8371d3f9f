package org.dockline.canary;

/** Error Prone: compares boxes, not numbers. */
final class BoxesCompared {
  private BoxesCompared() {}

  static boolean same(Integer one, Integer other) {
    return one == other;
  }
}
