package org.dockline.warehouse;

import java.io.Serial;

/**
 * The warehouse could not do what was asked; the message says what and, where known, the remedy.
 */
public class WarehouseException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** With the reason, for people. */
  public WarehouseException(String message) {
    super(message);
  }

  /** With the reason, for people, and the technical cause. */
  public WarehouseException(String message, Throwable cause) {
    super(message, cause);
  }
}
