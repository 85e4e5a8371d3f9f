package org.dockline.station.service;

import java.time.Duration;

/** The end of a process that was told to stop (SIGTERM). */
public final class ProcessEnd {

  private ProcessEnd() {}

  /**
   * Lets the calling thread end its work first: a process waits for its hooks, and this one waits
   * for the thread.
   *
   * @param stop tells the work to end
   * @param longest how long it may take
   */
  public static void waitsForThisThread(Runnable stop, Duration longest) {
    Thread worker = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop, worker, longest), "shutdown"));
  }

  private static void end(Runnable stop, Thread worker, Duration longest) {
    stop.run();
    try {
      worker.join(longest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
