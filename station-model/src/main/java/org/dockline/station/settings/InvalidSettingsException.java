package org.dockline.station.settings;

import java.io.Serial;
import java.util.List;

/** One or more settings are wrong or missing; the message names each, what it is and must be. */
public final class InvalidSettingsException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  InvalidSettingsException(List<String> problems) {
    super("Settings to mend:\n  - " + String.join("\n  - ", problems));
  }
}
