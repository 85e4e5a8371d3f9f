package org.dockline.canary;

/** NullAway: a null where none may be. */
final class NullReturned {
  private NullReturned() {}

  static String name() {
    return null;
  }
}
