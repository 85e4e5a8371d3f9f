package org.dockline.poller.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dockline.poller.kafka.TopicReader;
import org.dockline.station.testing.BrokerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording into a real broker: what would vanish is refused, what was interrupted goes on. */
class ReplayIT {

  private static final int POLLS = 400;
  private static final Instant FIRST = Instant.parse("2024-03-30T22:00:00Z");

  @TempDir static Path folder;

  private static BrokerProcess broker;
  private static Path recording;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    broker = BrokerProcess.start(folder.resolve("broker"));
    recording =
        Files.writeString(
            folder.resolve("polls.ndjson"),
            IntStream.range(0, POLLS).mapToObj(ReplayIT::line).collect(Collectors.joining()));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void whatWouldVanishIsRefusedAndMayBeShiftedOrKept() {
    assertThatThrownBy(() -> replay("refused", new CountDownLatch(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--shift auto");
    assertThat(TopicReader.readAll(broker.bootstrapServers(), "refused")).isEmpty();
  }

  @Test
  void topicsMayBeToldToKeepIt() throws Exception {
    String sentence = replay("kept", new CountDownLatch(1), "--keep", "3000");
    assertThat(sentence).startsWith("Replayed 400 of 400 lines, ");
    assertThat(complaints).anyMatch(c -> c.startsWith("kept keeps records for 3000 days from now"));
    List<ConsumerRecord<byte[], byte[]>> records =
        TopicReader.readAll(broker.bootstrapServers(), "kept");
    assertThat(records).hasSize(POLLS);
    assertThat(records.getFirst().timestamp()).isEqualTo(FIRST.toEpochMilli());
  }

  @Test
  void whatWasInterruptedGoesOnWhereItWas() throws Exception {
    CountDownLatch stop = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(
            () -> {
              while (topicSize("interrupted") < 50) {
                Thread.onSpinWait();
              }
              stop.countDown();
            });
    String first = replay("interrupted", stop, "--shift", "auto", "--speed", "600");
    assertThat(first).startsWith("Interrupted; run it again to go on.");
    String rest = replay("interrupted", new CountDownLatch(1), "--shift", "auto");
    assertThat(rest).startsWith("Replayed 400 of 400 lines (from line ");
    List<ConsumerRecord<byte[], byte[]>> records =
        TopicReader.readAll(broker.bootstrapServers(), "interrupted");
    assertThat(records).hasSize(POLLS);
    assertThat(records).extracting(ConsumerRecord::timestamp).isSorted().doesNotHaveDuplicates();
    Duration shift = Duration.between(FIRST, Instant.ofEpochMilli(records.getFirst().timestamp()));
    assertThat(shift.toSeconds() % 86_400).isZero();
    assertThat(Instant.ofEpochMilli(records.getLast().timestamp()))
        .isBetween(Instant.now().minus(Duration.ofDays(1)), Instant.now());
  }

  private static int topicSize(String topic) {
    try {
      return TopicReader.readAll(broker.bootstrapServers(), topic).size();
    } catch (RuntimeException e) {
      return 0;
    }
  }

  private String replay(String topic, CountDownLatch stop, String... options) throws Exception {
    List<String> args = new ArrayList<>(List.of(recording.toString()));
    args.addAll(List.of(options));
    if (!args.contains("--speed")) {
      args.addAll(List.of("--speed", "max"));
    }
    return new ReplayIntoKafka(
            broker.bootstrapServers(),
            topic,
            1,
            folder.resolve("notes"),
            Instant::now,
            stop,
            text -> {},
            complaints::add)
        .run(ReplayOptions.parse(args));
  }

  private static String line(int poll) {
    return """
    {"polled_at":"%s","stations":[{"number":7,"contract_name":"dublin","available_bikes":%d,"status":"OPEN"}]}
    """
        .formatted(FIRST.plusSeconds(30L * poll), poll % 30);
  }
}
