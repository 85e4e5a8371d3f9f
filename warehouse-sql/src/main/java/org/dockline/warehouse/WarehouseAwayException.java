package org.dockline.warehouse;

import java.io.Serial;

/** The warehouse can't be reached: whatever is asked of it next will not do better. */
public final class WarehouseAwayException extends WarehouseException {

  @Serial private static final long serialVersionUID = 1L;

  /** With the reason and the remedy, for people, and the technical cause. */
  public WarehouseAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
