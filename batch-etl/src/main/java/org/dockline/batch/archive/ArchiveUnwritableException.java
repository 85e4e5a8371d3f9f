package org.dockline.batch.archive;

import java.io.Serial;

/** The archive can't be written; the message says why and what to do. */
public final class ArchiveUnwritableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** With its cause. */
  public ArchiveUnwritableException(String message, Throwable cause) {
    super(message, cause);
  }
}
