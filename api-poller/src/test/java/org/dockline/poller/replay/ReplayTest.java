package org.dockline.poller.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dockline.poller.gbfs.GbfsFeed;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.jcdecaux.JcdecauxAccess;
import org.dockline.poller.jcdecaux.JcdecauxV1Feed;
import org.dockline.poller.jcdecaux.JcdecauxV3Feed;
import org.dockline.poller.polling.BulkPublisher;
import org.dockline.poller.polling.ChangeDetector;
import org.dockline.poller.polling.PollBatch;
import org.dockline.poller.polling.PollCycle;
import org.dockline.poller.polling.SendPolicy;
import org.dockline.poller.polling.StationFeed;
import org.dockline.poller.recording.AnswerLine;
import org.dockline.poller.recording.RecordedFeed;
import org.dockline.poller.recording.Recorder;
import org.dockline.poller.recording.Recording;
import org.dockline.poller.recording.UnreadableLineException;
import org.dockline.poller.simulator.fault.Fault;
import org.dockline.poller.simulator.fault.Faults;
import org.dockline.poller.simulator.http.SimulatorServer;
import org.dockline.poller.simulator.world.World;
import org.dockline.poller.testing.SharedData;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.StationObservation;
import org.dockline.station.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was recorded is played as it was; without Kafka. */
class ReplayTest {

  private static final String KEY = "0123456789abcdef";

  @TempDir Path folder;

  private Instant now = Instant.parse("2026-03-28T22:00:00.123Z");
  private final Faults faults = new Faults();

  /** Topics in memory. */
  private static final class Memory implements BulkPublisher {
    private final List<StationObservation> observations = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<PollReport> reports = new ArrayList<>();

    @Override
    public void enqueue(PollBatch batch) {
      observations.addAll(batch.observations());
      rejections.addAll(batch.rejections());
      reports.addAll(batch.reports());
    }

    @Override
    public void flush() {
      // Everything is there already.
    }
  }

  @Test
  void aRecordingGivesTheSameTopicsAgain() throws Exception {
    Memory live = new Memory();
    record(live, 40);
    Memory replayed = new Memory();
    List<AnswerLine> lines = lines(files());
    play(lines, Duration.ZERO, replayed, 0);
    assertThat(replayed.observations).containsExactlyElementsOf(live.observations);
    assertThat(replayed.rejections).containsExactlyElementsOf(live.rejections);
    assertThat(replayed.reports)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("latency")
        .containsExactlyElementsOf(live.reports);
    assertThat(replayed.rejections).isNotEmpty();
    assertThat(replayed.reports).anyMatch(r -> r.error() != null);
    assertThat(files()).hasSizeGreaterThan(1);
  }

  @Test
  void theKeyStandsInNoRecording() throws Exception {
    try (Recorder recorder = new Recorder(folder, new Secret(KEY))) {
      faults.add(Fault.parse("error-object"), now);
      try (SimulatorServer server = server();
          FeedClient client = client().telling(recorder)) {
        URI echo = URI.create("http://127.0.0.1:" + server.port());
        StationFeed feed =
            new RecordedFeed(
                new JcdecauxV1Feed(client, new JcdecauxAccess(echo, new Secret(KEY), null)),
                recorder);
        feed.poll(now);
      }
    }
    assertThat(lines(files())).hasSize(1);
    assertThat(lines(files()).getFirst().toString()).doesNotContain(KEY);
  }

  @Test
  void aShiftMovesEveryTimeByWholeDaysAndNothingElse() throws Exception {
    Memory live = new Memory();
    record(live, 12);
    Memory shifted = new Memory();
    Duration days = Duration.ofDays(100);
    play(lines(files()), days, shifted, 0);
    assertThat(shifted.observations)
        .extracting(StationObservation::polledAt)
        .containsExactlyElementsOf(
            live.observations.stream().map(o -> o.polledAt().plus(days)).toList());
    assertThat(shifted.observations)
        .extracting(o -> o.reportedAt() == null ? null : o.reportedAt().minus(days))
        .containsExactlyElementsOf(
            live.observations.stream().map(StationObservation::reportedAt).toList());
    assertThat(shifted.observations)
        .extracting(StationObservation::counts)
        .containsExactlyElementsOf(
            live.observations.stream().map(StationObservation::counts).toList());
  }

  /** What an interrupted replay has sent and what the next one sends are the whole. */
  @Test
  void anInterruptedReplayGoesOnAsIfNothingHadHappened() throws Exception {
    record(new Memory(), 20);
    List<AnswerLine> lines = lines(files());
    Memory whole = new Memory();
    play(lines, Duration.ZERO, whole, 0);
    for (int cut = 1; cut < lines.size(); cut += 3) {
      Memory both = new Memory();
      ReplayRun first = new ReplayRun(Duration.ZERO, "*", both);
      for (int i = 0; i < cut; i++) {
        first.take(lines.get(i), i + 1, true);
      }
      first.flush();
      play(lines, Duration.ZERO, both, first.firstPending(cut + 1) - 1);
      assertThat(both.observations).as("cut after line %d", cut).isEqualTo(whole.observations);
      assertThat(both.reports).hasSameSizeAs(whole.reports);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "jcd-v1-toulouse-2025-09, 20, 418, toulouse",
    "jcd-v1-besancon-2014-05, 10, 30, besancon",
    "jcd-v1-dublin-2016-03, 14, 101, dublin"
  })
  void playsRecordingsOfOthers(String name, int polls, int stations, String contract)
      throws Exception {
    Path file = SharedData.require(name + "/polls.ndjson.gz");
    Memory topics = new Memory();
    play(lines(List.of(file)), Duration.ZERO, topics, 0);
    assertThat(topics.reports).hasSize(polls).allMatch(PollReport::succeeded);
    assertThat(topics.observations.stream().map(StationObservation::key).distinct())
        .hasSize(stations)
        .allMatch(key -> key.contract().equals(contract));
    assertThat(topics.rejections).isEmpty();
  }

  @Test
  void playsBareFilesOfGbfs() throws Exception {
    Path file = folder.resolve("bare.ndjson");
    String status =
        "{\"last_updated\":1759240800,\"ttl\":0,\"version\":\"2.3\",\"data\":{\"stations\":[{\"station_id\":\"7\","
            + "\"num_bikes_available\":%d,\"num_docks_available\":3,\"is_installed\":1,\"is_renting\":1,"
            + "\"is_returning\":1,\"last_reported\":1759240700}]}}";
    Files.writeString(
        file,
        "{\"polled_at\":\"2025-09-30T14:00:00Z\",\"body\":"
            + status.formatted(4)
            + "}\n\nrubbish\n{\"polled_at\":\"2025-09-30T14:01:00Z\",\"body\":"
            + status.formatted(5)
            + "}\n");
    Memory topics = new Memory();
    ReplayRun run = new ReplayRun(Duration.ZERO, "oslo", topics);
    List<AnswerLine> lines = lines(List.of(file));
    for (int i = 0; i < lines.size(); i++) {
      run.take(lines.get(i), i + 1, true);
    }
    run.end();
    assertThat(topics.observations)
        .extracting(o -> o.key() + " " + o.counts().bikes())
        .containsExactly("oslo/7 4", "oslo/7 5");
    assertThat(ReplaySpan.of(file).unreadable()).isEqualTo(1);
  }

  @Test
  void whatKafkaWouldForgetIsRefusedWithAWayOut() {
    Instant then = Instant.parse("2024-03-21T23:34:56Z");
    ReplaySpan span = new ReplaySpan(then, then.plus(Duration.ofDays(2)), 10, 0);
    Duration week = Duration.ofDays(8);
    assertThat(span.refusal(0, week, now))
        .hasValueSatisfying(
            text -> assertThat(text).contains("--shift auto").contains("--keep 738"));
    assertThat(span.refusal(span.daysUntil(now), week, now)).isEmpty();
    assertThat(span.refusal(0, null, now)).isEmpty();
    assertThat(span.refusal(span.daysUntil(now) + 1, week, now))
        .hasValueSatisfying(text -> assertThat(text).contains("in the future"));
    ReplaySpan month = new ReplaySpan(then, then.plus(Duration.ofDays(30)), 10, 0);
    for (int shift : new int[] {0, month.daysUntil(now)}) {
      assertThat(month.refusal(shift, week, now))
          .as("no shift makes it short enough")
          .hasValueSatisfying(
              text -> assertThat(text).doesNotContain("--shift").contains("let the topics keep"));
    }
  }

  @Test
  void theCommandLineSaysWhatIsWrong() {
    assertThat(ReplayOptions.parse(List.of("f", "--speed", "max", "--shift", "auto")))
        .isEqualTo(
            new ReplayOptions(Path.of("f"), Double.POSITIVE_INFINITY, null, null, null, false));
    assertThatThrownBy(() -> ReplayOptions.parse(List.of())).hasMessageContaining("needs a FILE");
    assertThatThrownBy(() -> ReplayOptions.parse(List.of("f", "--speed", "-1")))
        .hasMessageContaining("--speed is '-1'");
    assertThatThrownBy(() -> ReplayOptions.parse(List.of("f", "--fast")))
        .hasMessageContaining("does not know '--fast'");
    assertThatThrownBy(() -> ReplayOptions.parse(List.of("f", "--keep")))
        .hasMessageContaining("--keep needs a value");
  }

  @Test
  void aDiskThatTakesNothingCostsNoPoll() throws Exception {
    Path notAFolder = Files.writeString(folder.resolve("file"), "");
    try (Recorder recorder = new Recorder(notAFolder, new Secret("none"));
        SimulatorServer server = server();
        FeedClient client = client().telling(recorder)) {
      StationFeed feed = new RecordedFeed(feeds(client, server).getFirst(), recorder);
      feed.poll(now);
      feed.poll(now.plusSeconds(10));
      assertThat(recorder.lost()).isEqualTo(2);
    }
  }

  /** Four feeds over midnight, with everything going wrong now and then. */
  private void record(Memory topics, int polls) throws Exception {
    try (Recorder recorder = new Recorder(folder, new Secret(KEY));
        SimulatorServer server = server();
        FeedClient client = client().telling(recorder)) {
      List<PollCycle> cycles =
          feeds(client, server).stream()
              .map(feed -> new RecordedFeed(feed, recorder))
              .map(
                  feed ->
                      new PollCycle(feed, new ChangeDetector(SendPolicy.CHANGED), topics::enqueue))
              .toList();
      List<String> wrong =
          List.of("404:feed=gbfs-2", "cut:feed=v3:value=3000", "negative-count:every=4", "empty");
      for (int i = 0; i < polls; i++) {
        faults.healAll();
        if (i % 3 == 1) {
          faults.add(Fault.parse(wrong.get(i / 3 % wrong.size())), now);
        }
        cycles.forEach(cycle -> cycle.poll(now));
        now = now.plus(Duration.ofMinutes(i % 5 == 0 ? 20 : 1));
      }
    }
  }

  private static void play(List<AnswerLine> lines, Duration shift, BulkPublisher to, int from)
      throws IOException {
    String contract = contract(lines.getFirst());
    ReplayRun run = new ReplayRun(shift, contract, to);
    for (int i = 0; i < lines.size(); i++) {
      run.take(lines.get(i), i + 1, i + 1 > from);
    }
    run.end();
  }

  private static String contract(AnswerLine line) {
    String text = line.answer().text();
    int name = text.indexOf("\"contract_name\":\"");
    return line.contract() != null || name < 0
        ? "*"
        : text.substring(name + 17, text.indexOf('"', name + 17));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".gz")).sorted().toList();
    }
  }

  private static List<AnswerLine> lines(List<Path> files) throws IOException {
    List<AnswerLine> lines = new ArrayList<>();
    for (Path file : files) {
      try (Recording recording = Recording.open(file)) {
        AnswerLine line = next(recording);
        while (line != null) {
          lines.add(line);
          line = next(recording);
        }
      }
    }
    return lines;
  }

  private static @Nullable AnswerLine next(Recording recording) throws IOException {
    try {
      return recording.next();
    } catch (UnreadableLineException e) {
      return next(recording);
    }
  }

  private SimulatorServer server() {
    try {
      InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return SimulatorServer.start(free, World.of(3, 60), () -> now, faults);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FeedClient client() {
    return FeedClient.of(FeedClient.Timeouts.USUAL, 1 << 24);
  }

  private static List<StationFeed> feeds(FeedClient client, SimulatorServer server) {
    URI address = URI.create("http://127.0.0.1:" + server.port());
    return List.of(
        new JcdecauxV1Feed(client, new JcdecauxAccess(address, new Secret(KEY), "lyon")),
        new JcdecauxV3Feed(client, new JcdecauxAccess(address, new Secret(KEY), null)),
        new GbfsFeed(client, "dublin", address.resolve("/gbfs/dublin/v2/gbfs.json")),
        new GbfsFeed(client, "toyama", address.resolve("/gbfs/toyama/v3/gbfs.json")));
  }
}
