package org.dockline.batch;

import picocli.CommandLine.Option;

/** A command that says how it is used. */
abstract class HelpfulCommand {

  @Option(names = "--help", usageHelp = true, description = "Prints this")
  @SuppressWarnings("UnusedVariable") // picocli looks at the option itself
  private boolean help;
}
