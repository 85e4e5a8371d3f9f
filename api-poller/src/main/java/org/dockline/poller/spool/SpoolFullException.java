package org.dockline.poller.spool;

import java.io.IOException;
import java.io.Serial;

/** The spool has no room for these records; nothing of them was kept. */
public final class SpoolFullException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  SpoolFullException(String message) {
    super(message);
  }
}
