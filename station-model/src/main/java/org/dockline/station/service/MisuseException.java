package org.dockline.station.service;

import java.io.Serial;

/** Somebody must mend something before a program can run; the message says what, and how. */
public class MisuseException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** With that message. */
  public MisuseException(String message) {
    super(message);
  }
}
