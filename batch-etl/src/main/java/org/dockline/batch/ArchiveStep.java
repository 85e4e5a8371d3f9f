package org.dockline.batch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.dockline.batch.archive.ArchiveResult;
import org.dockline.batch.archive.ArchiveUnwritableException;
import org.dockline.batch.archive.Archiver;
import org.dockline.batch.kafka.KafkaDaySource;
import org.dockline.batch.load.LoadEnding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the archive up to date: by itself each hour, and before each load. */
final class ArchiveStep {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveStep.class);

  private final BatchSettings batch;
  private final int threads;
  private final Clock clock;
  private final List<String> problems = new ArrayList<>();

  ArchiveStep(BatchSettings batch, int threads, Clock clock) {
    this.batch = batch;
    this.threads = threads;
    this.clock = clock;
  }

  /** What went wrong, one sentence each. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Says what went wrong in the log; a topic that can't be read is thrown. */
  LoadEnding run() {
    Archiver archiver =
        new Archiver(
            new KafkaDaySource(batch.kafka()),
            batch.archiveFolder(),
            batch.topics(),
            batch.archiveFileRecords(),
            threads,
            clock);
    try {
      ArchiveResult result = archiver.run();
      if (result.lost() > 0) {
        problems.add(result.lost() + " records were gone from Kafka before they were archived");
      }
      return result.lost() > 0 ? LoadEnding.INCOMPLETE : LoadEnding.DONE;
    } catch (ArchiveUnwritableException e) {
      LOG.debug("Archiving failed", e);
      LOG.error(e.getMessage());
      problems.add(String.valueOf(e.getMessage()));
      return LoadEnding.UNAVAILABLE;
    }
  }
}
