package org.dockline.poller.recording;

import java.io.Serial;

/** A line of a recording is no answer; the message names file, line and reason. */
public final class UnreadableLineException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  UnreadableLineException(String message) {
    super(message);
  }
}
