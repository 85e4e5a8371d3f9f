package org.dockline.batch.load;

import java.io.Serial;

/** The log can't be read; the message says what is wrong and, where known, the remedy. */
public final class LogUnavailableException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** Without a technical cause. */
  public LogUnavailableException(String message) {
    super(message);
  }

  /** With the technical cause. */
  public LogUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
