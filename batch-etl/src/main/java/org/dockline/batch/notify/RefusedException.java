package org.dockline.batch.notify;

import java.io.IOException;
import java.io.Serial;

/** A notice that will not be taken, however often it is sent. */
public final class RefusedException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  /** With the reason, without secrets. */
  public RefusedException(String message) {
    super(message);
  }
}
