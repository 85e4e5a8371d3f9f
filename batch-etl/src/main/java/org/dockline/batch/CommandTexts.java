package org.dockline.batch;

/** What the help of several commands says alike; the codes are those of a load's ending. */
final class CommandTexts {
  static final String SETTINGS = "%nSettings (environment):%n";
  static final String EXIT_CODES = "%nExit codes:%n";

  static final String FAILED = "1:a day could not be loaded; another try may do better";
  static final String MISUSED = "2:wrong arguments or settings";
  static final String INCOMPLETE =
      "4:what can be loaded is; something can't be as things are (see the log)";

  private CommandTexts() {}
}
