package org.dockline.batch.schedule;

/** Runs one job to its end. */
@FunctionalInterface
public interface JobRunner {

  /**
   * Does it.
   *
   * @throws InterruptedException when this thread was interrupted meanwhile
   */
  JobReport run() throws InterruptedException;
}
