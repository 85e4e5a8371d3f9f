package org.dockline.canary;

/** Error Prone's mere warnings count too: equality of unlike things. */
final class WarningOfErrorProne {
  private WarningOfErrorProne() {}

  static boolean same(String one, Integer other) {
    return one.equals(other);
  }
}
