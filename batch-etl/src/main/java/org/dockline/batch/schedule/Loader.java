package org.dockline.batch.schedule;

/** Runs one load to its end. */
@FunctionalInterface
public interface Loader {

  /**
   * Loads everything that is due.
   *
   * @throws InterruptedException when this thread was interrupted meanwhile
   */
  LoadReport load() throws InterruptedException;
}
