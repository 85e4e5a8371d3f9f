package org.dockline.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.service.Health;
import org.dockline.stream.files.CheckpointFolder;
import org.dockline.stream.testing.SettableClock;
import org.dockline.stream.testing.TopicLog;
import org.dockline.stream.topic.TopicRecord;

/**
 * Hands micro-batches over as Spark does: from the first one whose commit is not in the checkpoint,
 * and the same again when it was begun and not committed. A first batch that was never begun has
 * all that is in the topics by then, the more the later it is. Housekeeping is done at the worst
 * moments, before and after each commit.
 */
final class SimulatedSpark {

  /** So that a batch is cut into several slices. */
  private static final int SLICE = 40;

  private final Path checkpoint;
  private final TopicLog topics;
  private final SettableClock clock;
  private int lives;

  SimulatedSpark(Path checkpoint, TopicLog topics, SettableClock clock) {
    this.checkpoint = checkpoint;
    this.topics = topics;
    this.clock = clock;
  }

  /** One life of the process: until all batches are committed, or until the folder kills it. */
  void live(SnapshotFolder folder) throws IOException {
    lives++;
    CheckpointFolder commits = new CheckpointFolder(checkpoint);
    Recovery.Start start = new Recovery(folder, commits).start(TopicLog.INCARNATIONS);
    StreamHealth health = new StreamHealth(clock, Duration.ofMinutes(1));
    MicroBatches batches = new MicroBatches(start, topics, SLICE, clock, health);
    try (Housekeeping housekeeping =
        new Housekeeping(folder, new Sweep(folder), start, batches::newestByContract, clock)) {
      List<List<TopicRecord>> all = planned();
      for (int id = committed(); id < all.size(); id++) {
        clock.advance(Duration.ofMinutes(20));
        batches.run(all.get(id).iterator());
        housekeeping.once();
        commit(id);
        housekeeping.once();
      }
      clock.advance(Duration.ofMinutes(20));
      batches.idle();
      housekeeping.once();
    }
    Health end = health.get();
    if (!end.details().containsKey("published")) {
      throw new AssertionError("Nothing was published: " + end);
    }
  }

  /** Forgets how far was read, as when the folder is lost. */
  void loseCheckpoint() throws IOException {
    new CheckpointFolder(checkpoint).drop();
  }

  /** The batches, those that had come before the first one was begun made into one. */
  private List<List<TopicRecord>> planned() throws IOException {
    Path first = Files.createDirectories(checkpoint.resolve("offsets")).resolve("0");
    List<List<TopicRecord>> all = topics.batches();
    if (Files.notExists(first)) {
      Files.writeString(first, Integer.toString(Math.min(lives, all.size())));
    }
    int waited = Integer.parseInt(Files.readString(first));
    List<TopicRecord> begun =
        all.subList(0, waited).stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparing(TopicRecord::part))
            .toList();
    return Stream.concat(Stream.of(begun), all.stream().skip(waited)).toList();
  }

  private int committed() throws IOException {
    Path commits = Files.createDirectories(checkpoint.resolve("commits"));
    try (Stream<Path> files = Files.list(commits)) {
      return (int) files.count();
    }
  }

  private void commit(int id) throws IOException {
    Files.createFile(checkpoint.resolve("commits").resolve(Integer.toString(id)));
  }
}
