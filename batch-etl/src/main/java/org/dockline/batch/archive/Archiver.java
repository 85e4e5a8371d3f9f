package org.dockline.batch.archive;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dockline.batch.archive.ArchiveFolder.Unfinished;
import org.dockline.batch.load.LogUnavailableException;
import org.dockline.batch.log.LogPart;
import org.dockline.batch.log.LogTopic;
import org.dockline.batch.log.TimeRange;
import org.dockline.batch.survey.OffsetRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to the archive what it lacks. The names of its files say how far it is, so a run that is
 * killed is gone on with by the next, and nothing is in it twice.
 */
public final class Archiver {
  private static final Logger LOG = LoggerFactory.getLogger(Archiver.class);
  private static final TimeRange EVER =
      new TimeRange(Instant.ofEpochMilli(Long.MIN_VALUE), Instant.ofEpochMilli(Long.MAX_VALUE));

  private final LogPart kafka;
  private final ArchiveFolder folder;
  private final ArchiveTopics topics;
  private final long recordsInFile;
  private final int threads;
  private final Clock clock;

  /**
   * Made of its collaborators.
   *
   * @param kafka where topics are read from
   * @param recordsInFile at most
   * @param threads how many files are written at once
   */
  public Archiver(
      LogPart kafka,
      ArchiveFolder folder,
      ArchiveTopics topics,
      long recordsInFile,
      int threads,
      Clock clock) {
    this.kafka = kafka;
    this.folder = folder;
    this.topics = topics;
    this.recordsInFile = recordsInFile;
    this.threads = threads;
    this.clock = clock;
  }

  /**
   * Appends everything that the topics hold now.
   *
   * @throws LogUnavailableException when a topic can't be read, or is another one than the archive
   *     is of
   * @throws ArchiveUnwritableException when the archive can't be written
   */
  public ArchiveResult run() {
    ExecutorService writers = Executors.newFixedThreadPool(threads);
    try {
      ArchiveResult result = ArchiveResult.NOTHING;
      // Reports vouch for the observations before them, so these are archived further.
      for (LogTopic topic : LogTopic.values()) {
        folder.sweep(topics.name(topic), clock.instant());
        result = result.and(run(topic, writers));
      }
      LOG.info("Archived {} in {}", result, folder);
      return result;
    } finally {
      writers.shutdownNow();
    }
  }

  private ArchiveResult run(LogTopic topic, ExecutorService writers) {
    Map<Integer, List<Piece>> archived = Piece.of(folder.list(topics.name(topic)));
    Map<Integer, OffsetRange> held = new TreeMap<>(kafka.held(topic));
    String identity = kafka.identity(topic);
    refuseAnotherTopic(topic, identity, archived, held);
    ArchiveResult result = ArchiveResult.NOTHING;
    for (Map.Entry<Integer, OffsetRange> partition : held.entrySet()) {
      int number = partition.getKey();
      long reached = end(archived.getOrDefault(number, List.of()));
      long lost = lost(topic, number, reached, partition.getValue());
      OffsetRange missing =
          new OffsetRange(
              Math.max(reached, partition.getValue().from()), partition.getValue().to());
      result =
          result
              .and(write(topic, identity, number, missing, writers))
              .and(new ArchiveResult(0, 0, 0, lost));
    }
    return result;
  }

  /** Files are written side by side and published in order: what is there has no hole. */
  private ArchiveResult write(
      LogTopic topic,
      String identity,
      int partition,
      OffsetRange missing,
      ExecutorService writers) {
    List<Future<Unfinished>> files = new ArrayList<>();
    long size = recordsInEachFile(missing.size());
    for (long from = missing.from(); from < missing.to(); from += size) {
      OffsetRange range = new OffsetRange(from, Math.min(missing.to(), from + size));
      ArchiveName name = new ArchiveName(topics.name(topic), partition, range);
      files.add(writers.submit(() -> write(topic, identity, name)));
    }
    ArchiveResult result = ArchiveResult.NOTHING;
    for (Future<Unfinished> future : files) {
      Unfinished file = get(future);
      folder.publish(file);
      long records = file.name().offsets().size();
      result = result.and(new ArchiveResult(1, records, file.bytes(), 0));
      LOG.debug("Archived {}, {} bytes", file.name(), file.bytes());
      if (files.size() > 1) {
        LOG.info(
            "{}-{}: archived up to {} of {}",
            file.name().topic(),
            partition,
            file.name().offsets().to(),
            missing.to());
      }
    }
    return result;
  }

  /** More than one file are as many of one size as keep all writers busy to the end. */
  private long recordsInEachFile(long records) {
    if (records <= recordsInFile) {
      return recordsInFile;
    }
    long rounds = Math.ceilDiv(Math.ceilDiv(records, recordsInFile), threads);
    return Math.ceilDiv(records, rounds * threads);
  }

  private Unfinished write(LogTopic topic, String identity, ArchiveName name) {
    Map<Integer, OffsetRange> range = Map.of(name.partition(), name.offsets());
    return folder.write(
        name, new Digester(topic, identity), each -> kafka.read(topic, range, EVER, each));
  }

  private long lost(LogTopic topic, int partition, long reached, OffsetRange held) {
    if (held.from() <= reached) {
      return 0;
    }
    if (reached == 0) {
      LOG.warn(
          "The archive of {}-{} begins at offset {}: Kafka had forgotten what was before",
          topics.name(topic),
          partition,
          held.from());
      return 0;
    }
    LOG.error(
        "{}-{}: offsets {} to {} ({} records) were never archived, and Kafka has forgotten them:"
            + " days that need them can't be loaded. Archive more often than Kafka forgets",
        topics.name(topic),
        partition,
        reached,
        held.from() - 1,
        held.from() - reached);
    return held.from() - reached;
  }

  private void refuseAnotherTopic(
      LogTopic topic,
      String identity,
      Map<Integer, List<Piece>> archived,
      Map<Integer, OffsetRange> held) {
    archived.forEach(
        (partition, pieces) -> {
          long end = held.getOrDefault(partition, new OffsetRange(0, 0)).to();
          if (end(pieces) > end
              || !folder.facts(pieces.getLast().file()).identity().equals(identity)) {
            throw new LogUnavailableException(
                "The archive %s is of another %s than Kafka has now (it reaches offset %d of partition %d, Kafka %d): keep it elsewhere, and choose an empty folder by ARCHIVE_DIR"
                    .formatted(folder, topics.name(topic), end(pieces), partition, end));
          }
        });
  }

  private static long end(List<Piece> pieces) {
    return pieces.isEmpty() ? 0 : pieces.getLast().offsets().to();
  }

  private static Unfinished get(Future<Unfinished> file) {
    try {
      return file.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("Archiving was interrupted", e);
    }
  }
}
