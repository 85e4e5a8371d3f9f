package org.dockline.stream.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.dockline.station.StationKey;
import org.dockline.station.Topics;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.PipelineFacts.TopicProgress;
import org.dockline.station.testing.BrokerProcess;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.stream.testing.JobProcess;
import org.dockline.stream.testing.RealTopics;
import org.dockline.stream.testing.SnapshotReading;

/** What a first start on a topic of eight full days takes: time, memory, files. */
final class Backlog {

  private static final int STATIONS = 2_400;
  private static final Duration DAYS = Duration.ofDays(8);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final long records;
  private final Path folder;
  private final SnapshotReading reading;
  private Duration oldestShown = Duration.ZERO;

  private Backlog(long records, Path folder) {
    this.records = records;
    this.folder = folder;
    this.reading = new SnapshotReading(folder.resolve("snapshots"));
  }

  /** Prints a line. */
  static void measure(long records, String heap) throws Exception {
    Path folder = Files.createTempDirectory("dockline-backlog");
    try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"))) {
      Backlog backlog = new Backlog(records, folder);
      backlog.fill(broker.bootstrapServers());
      backlog.work(broker.bootstrapServers(), heap);
    }
  }

  /** So many records of some stations, evenly over the days. */
  private void fill(String bootstrapServers) throws InterruptedException, ExecutionException {
    Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(DAYS);
    try (RealTopics topics = new RealTopics(bootstrapServers)) {
      topics.createForEver();
      for (long i = 0; i < records; i++) {
        Instant polled = begin.plusMillis(DAYS.toMillis() / records * i);
        topics.send(
            ObservationBuilder.polledAt(polled)
                .station(new StationKey("lyon", Long.toString(i % STATIONS)))
                .bikes((int) (i / STATIONS % 20))
                .build());
        if (i % 1_000_000 == 0) {
          System.out.printf("%,d of %,d records written%n", i, records);
        }
      }
      topics.flush();
    }
  }

  private void work(String bootstrapServers, String heap) throws Exception {
    Map<String, String> settings =
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers,
            "SNAPSHOT_DIR", reading.folder().toString(),
            "CHECKPOINT_DIR", folder.resolve("checkpoint").toString());
    long begun = System.nanoTime();
    try (JobProcess job = JobProcess.start(folder, heap, settings)) {
      while (readTo() < records) {
        job.check();
        Thread.sleep(LOOK_EVERY);
      }
      Duration wall = Duration.ofNanos(System.nanoTime() - begun);
      System.out.println(
          "| records | heap | wall s | records/s | CPU s | peak MiB | oldest shown s | files |");
      System.out.println("|---|---|---|---|---|---|---|---|");
      System.out.printf(
          "| %,d | %s | %d | %,d | %d | %d | %d | %d |%n",
          records,
          heap,
          wall.toSeconds(),
          records * 1_000 / wall.toMillis(),
          job.cpu().toSeconds(),
          job.peakMiB(),
          oldestShown.toSeconds(),
          files());
    }
  }

  /** How far readers are shown, who must never be shown for long what is old. */
  private long readTo() throws IOException {
    if (!reading.begun()) {
      return 0;
    }
    Duration age = Duration.between(reading.pointer().asOf(), Instant.now());
    oldestShown = age.compareTo(oldestShown) > 0 ? age : oldestShown;
    PipelineFacts facts = reading.facts();
    return facts.topics().stream()
        .filter(t -> t.topic().equals(Topics.STATIONS))
        .mapToLong(TopicProgress::readTo)
        .sum();
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.walk(reading.folder().resolve("recent"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
