package org.dockline.batch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Says that a process was started by the schedule. */
final class ChildOption {
  private static final Logger LOG = LoggerFactory.getLogger(ChildOption.class);

  private final Runnable endProcess;

  @Option(names = "--child", hidden = true)
  private boolean child;

  ChildOption(Runnable endProcess) {
    this.endProcess = endProcess;
  }

  /** A load whose schedule is gone would meet the load of the next one. */
  void endWithParent() {
    if (child) {
      ProcessHandle.current()
          .parent()
          .map(parent -> parent.onExit().thenRun(endProcess))
          .ifPresent(end -> LOG.debug("Ends with process {}", ProcessHandle.current().parent()));
    }
  }
}
