package org.dockline.batch.notify;

import java.io.IOException;

/** One way to people. */
public interface Channel {

  /** What it is, for the log; without secrets. */
  String name();

  /**
   * Delivers a notice, within some seconds.
   *
   * @throws RefusedException when another try would be refused as well
   * @throws IOException when it was not delivered; another try may do better
   */
  void deliver(Notice notice) throws IOException;
}
