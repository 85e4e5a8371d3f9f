package org.dockline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dockline.station.LatestObservations;
import org.dockline.station.PollReport;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.Topics;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.testing.BrokerProcess;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.PollReportBuilder;
import org.dockline.stream.files.CheckpointFolder;
import org.dockline.stream.testing.JobProcess;
import org.dockline.stream.testing.RealTopics;
import org.dockline.stream.testing.RestlessReader;
import org.dockline.stream.testing.SnapshotReading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job as a process, with the real broker and the real Spark. */
class StreamJobIT {

  private static final boolean LONG = Boolean.getBoolean("dockline.long");
  private static final int KILLS = LONG ? 50 : 5;

  /** After the job has noticed that the broker is away; noticing takes a while, too. */
  private static final Duration AWAY = LONG ? Duration.ofMinutes(2) : Duration.ZERO;

  private static final int STATIONS = 300;
  private static final int FORGOTTEN = 10;

  /** So that the backlog takes several batches. */
  private static final int STEP = 5_000;

  private static final Pattern STATIONS_END =
      Pattern.compile("\"" + Topics.STATIONS + "\":\\{\"0\":(\\d+)\\}");

  private static final int BACKLOG = LONG ? 200_000 : 15_000;

  @TempDir private Path temp;

  private final List<StationObservation> sent = new ArrayList<>();
  private BrokerProcess broker;
  private RealTopics topics;
  private SnapshotReading reading;
  private Instant polled = lateTwoDaysAgo();

  @BeforeEach
  void begin() {
    broker = BrokerProcess.start(temp.resolve("broker"));
    topics = new RealTopics(broker.bootstrapServers());
    reading = new SnapshotReading(temp.resolve("snapshots"));
  }

  @AfterEach
  void end() {
    topics.close();
    broker.close();
  }

  @Test
  void waitsForTopicsSurvivesTheBrokerAndEndsCleanly() throws Exception {
    try (JobProcess job = job()) {
      job.await("it tells what it waits for", () -> job.health().contains("waiting for Kafka"));
      topics.create();
      send(STATIONS);
      topics.send(Topics.STATIONS, polled, "nobody reads me".getBytes(StandardCharsets.UTF_8));
      topics.send(report());
      topics.flush();
      job.await("it has read everything", () -> hasRead(STATIONS + 1));
      assertThat(job.health()).contains("\"status\":\"UP\"");
      assertThat(reading.facts().undecodable()).isOne();
      assertThat(reading.facts().polls().getFirst().last()).isEqualTo(report());
      broker.kill();
      job.await("it is down without a broker", () -> job.health().contains("\"DOWN\""));
      LockSupport.parkNanos(AWAY.toNanos());
      broker.restart();
      send(STATIONS);
      topics.flush();
      job.await("it goes on", () -> hasRead(2 * STATIONS + 1));
      assertComplete();
      assertThat(job.endsWithin(Duration.ofSeconds(20))).isTrue();
      assertThat(job.output()).contains("Kafka does not answer").doesNotContain("\tat ");
    }
  }

  @Test
  void killedAtRandomMomentsItHasTheRowsOfTheTopicAndTellsWhatTheTopicForgot() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    topics.create();
    send(BACKLOG);
    topics.flush();
    try (RestlessReader reader = new RestlessReader(temp.resolve("snapshots"))) {
      for (int kill = 0; kill < KILLS; kill++) {
        runAndKill(random, "seed " + seed + ", kill " + kill);
      }
      catchUp();
      assertThat(reader.finish()).isPositive();
    }
    assertComplete();
    assertSteps();
    forgetSomeThatWereNotRead();
    assertComplete();
  }

  /**
   * The stream stands still until somebody removes the checkpoint. Then it goes on with what the
   * topic has, and what it knew of all stations before is still there.
   */
  private void forgetSomeThatWereNotRead() throws Exception {
    int read = sent.size();
    send(STATIONS);
    topics.flush();
    topics.forgetBefore(read + FORGOTTEN);
    sent.subList(read, read + FORGOTTEN).clear();
    try (JobProcess job = job()) {
      job.await("it tells of the loss", () -> job.health().contains("no longer in the topic"));
      assertThat(job.health()).contains("\"DOWN\"").contains("checkpoint");
      new CheckpointFolder(temp.resolve("checkpoint")).drop();
      job.await("it goes on", () -> hasRead(read + STATIONS));
      assertThat(job.endsWithin(Duration.ofSeconds(20))).isTrue();
    }
  }

  /** The first kill falls into the first batch, which has the backlog. */
  private void runAndKill(Random random, String which) throws Exception {
    try (JobProcess job = job()) {
      long before = publication();
      send(STATIONS);
      topics.flush();
      job.await("it publishes, " + which, () -> publication() > before);
      if (before >= 0) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1_500)).toNanos());
        send(STATIONS);
        topics.flush();
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1_500)).toNanos());
      }
      job.kill();
    }
    send(STATIONS);
    topics.flush();
  }

  @Test
  void helpAndWrongSettingsNeedNoSpark() throws Exception {
    try (JobProcess help = JobProcess.start(temp, Map.of(), "--help");
        JobProcess wrong = JobProcess.start(temp, Map.of("STREAM_TRIGGER", "PT2M"))) {
      assertThat(help.exitCode()).isZero();
      assertThat(help.output()).contains("STREAM_TRIGGER", "SNAPSHOT_DIR");
      assertThat(wrong.exitCode()).isEqualTo(2);
      assertThat(wrong.output()).contains("STREAM_TRIGGER is 'PT2M'");
    }
  }

  private JobProcess job() throws IOException {
    return JobProcess.start(
        temp,
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
            "STREAM_TRIGGER", "PT1S",
            "STREAM_BATCH_RECORDS", Integer.toString(STEP),
            "SPARK_MASTER", "local[2]",
            "SNAPSHOT_DIR", temp.resolve("snapshots").toString(),
            "CHECKPOINT_DIR", temp.resolve("checkpoint").toString()));
  }

  private void catchUp() throws IOException, InterruptedException {
    try (JobProcess job = job()) {
      long before = publication();
      job.await("it has read everything", () -> publication() > before && hasRead(sent.size()));
      job.endsWithin(Duration.ofSeconds(20));
    }
  }

  /**
   * So that the backlog reaches over midnight, and is younger than what a topic keeps: the broker
   * removes older records half a minute after its start, whoever has read them.
   */
  private static Instant lateTwoDaysAgo() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(26));
  }

  /** One poll after the other, each station in turn. */
  private void send(int observations) {
    for (int i = 0; i < observations; i++) {
      int n = sent.size();
      polled = n % STATIONS == 0 ? polled.plusSeconds(60) : polled;
      StationObservation o =
          ObservationBuilder.polledAt(polled)
              .station(new StationKey("lyon", Integer.toString(n % STATIONS)))
              .bikes(n / STATIONS % 20)
              .build();
      sent.add(o);
      topics.send(o);
    }
  }

  private PollReport report() {
    return PollReportBuilder.startedAt(polled).stations(STATIONS, STATIONS, 0).build();
  }

  private long publication() {
    try {
      return reading.begun() ? reading.pointer().batchId() : -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean hasRead(long stations) {
    try {
      return reading.begun() && readTo(reading.facts()) >= stations;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long readTo(PipelineFacts facts) {
    return facts.topics().stream()
        .filter(t -> t.topic().equals(Topics.STATIONS))
        .mapToLong(PipelineFacts.TopicProgress::readTo)
        .sum();
  }

  private void assertComplete() throws IOException {
    List<StationObservation> recent = reading.recent();
    assertThat(recent).as("rows, each once").hasSize(sent.size());
    Set<StationObservation> there = new HashSet<>(recent);
    assertThat(sent.stream().filter(o -> !there.contains(o)).map(StationObservation::identity))
        .as("what is missing")
        .isEmpty();
    assertNewest();
  }

  /** No batch had more records than is set, however many waited. */
  private void assertSteps() throws IOException {
    SortedMap<Integer, Long> ends = endsOfBatches();
    assertThat(ends).hasSizeGreaterThan(BACKLOG / STEP);
    ends.forEach(
        (batch, end) -> {
          // Spark removes what it noted of long past batches.
          Long begin = batch == 0 ? Long.valueOf(0) : ends.get(batch - 1);
          assertThat(begin == null ? 0L : end - begin)
              .as("of %d", batch)
              .isBetween(0L, (long) STEP);
        });
  }

  /** Up to which record each batch went, as Spark noted it before it ran the batch. */
  private SortedMap<Integer, Long> endsOfBatches() throws IOException {
    SortedMap<Integer, Long> ends = new TreeMap<>();
    try (Stream<Path> notes = Files.list(temp.resolve("checkpoint").resolve("offsets"))) {
      for (Path note : notes.filter(file -> file.toString().matches(".*/\\d+")).toList()) {
        Matcher end = STATIONS_END.matcher(Files.readString(note));
        assertThat(end.find()).as("an offset in %s", note).isTrue();
        ends.put(Integer.valueOf(note.getFileName().toString()), Long.valueOf(end.group(1)));
      }
    }
    return ends;
  }

  private void assertNewest() throws IOException {
    LatestObservations latest = new LatestObservations();
    latest.addAll(sent);
    assertThat(reading.live()).isEqualTo(List.copyOf(latest.listPresent()));
  }
}
