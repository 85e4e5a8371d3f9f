package org.dockline.warehouse;

/** The right to load, held until it is closed or its holder's process ends. */
public interface LoadLock extends AutoCloseable {

  /**
   * Whether it is still held: it is lost with its connection, when the database goes away. Another
   * load may then have begun; what the loser staged before is no longer taken.
   */
  boolean isHeld();

  @Override
  void close();
}
