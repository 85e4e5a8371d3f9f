package org.dockline.batch;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.dockline.batch.load.LoadEnding;
import org.dockline.batch.load.LogUnavailableException;
import org.dockline.station.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The archive, now. */
@Command(
    name = "archive",
    description = "Appends to the archive what the topics hold and it lacks; done each hour.",
    footerHeading = CommandTexts.SETTINGS,
    footer = BatchSettings.USAGE,
    exitCodeListHeading = CommandTexts.EXIT_CODES,
    exitCodeList = {
      "0:the archive holds all that the topics hold",
      CommandTexts.MISUSED,
      "3:Kafka, a topic or the archive can't be used; another try may do better",
      "4:the archive holds all there is, but Kafka had forgotten records before they were archived"
    })
final class ArchiveCommand extends HelpfulCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveCommand.class);

  private final Settings settings;
  private final Clock clock;
  private final int cores;

  @Mixin private final ChildOption child;
  @Mixin private final SummaryOption summary = new SummaryOption();

  ArchiveCommand(Settings settings, Clock clock, int cores, Runnable endProcess) {
    this.settings = settings;
    this.clock = clock;
    this.cores = cores;
    this.child = new ChildOption(endProcess);
  }

  @Override
  public Integer call() {
    child.endWithParent();
    BatchSettings batch = BatchSettings.of(settings, cores);
    settings.check();
    ArchiveStep step = new ArchiveStep(batch, cores, clock);
    LoadEnding ending = ending(step);
    summary.write(0, step.problems());
    return ending.exitCode();
  }

  private static LoadEnding ending(ArchiveStep step) {
    try {
      return step.run();
    } catch (LogUnavailableException e) {
      LOG.debug("Archiving could not be done", e);
      LOG.error(e.getMessage());
      return LoadEnding.UNAVAILABLE;
    }
  }
}
