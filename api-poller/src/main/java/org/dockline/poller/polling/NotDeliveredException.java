package org.dockline.poller.polling;

import java.io.Serial;

/** A batch has not, or not wholly, arrived. */
public final class NotDeliveredException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * One sentence and the first error behind it.
   *
   * @param message what did not arrive where, and why
   */
  public NotDeliveredException(String message, Throwable cause) {
    super(message, cause);
  }
}
