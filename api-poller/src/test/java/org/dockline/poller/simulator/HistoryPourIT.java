package org.dockline.poller.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.dockline.poller.simulator.pour.RebuiltPolls;
import org.dockline.poller.simulator.world.World;
import org.dockline.station.PollReport;
import org.dockline.station.StationObservation;
import org.dockline.station.Topics;
import org.dockline.station.testing.BrokerProcess;
import org.dockline.station.wire.ObservationJson;
import org.dockline.station.wire.PollReportJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pour as a process of its own, against the real broker. */
class HistoryPourIT {

  private static final int STATIONS = 200;
  private static final World WORLD = World.of(1, STATIONS);

  private static final Pattern PROGRESS = Pattern.compile("([0-9,]+) records");

  @TempDir private static Path folder;
  private static BrokerProcess broker;

  @BeforeAll
  static void startBroker() {
    broker = BrokerProcess.start(folder);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void moreThanTheTopicKeepsIsRefused() throws Exception {
    Process pour = pour("--days", "7");

    assertThat(output(pour)).anyMatch(line -> line.contains("the topic keeps a record for 8 days"));
    assertThat(pour.waitFor()).isEqualTo(2);
  }

  @Test
  void aPourKilledAgainAndAgainGoesOnAndLeavesNothingOut() throws Exception {
    for (int records : new int[] {1, 22_000, 3_000}) {
      Process pour = pour("--days", "1");
      awaitRecords(pour, records);
      pour.destroyForcibly().waitFor();
    }
    List<ConsumerRecord<byte[], byte[]>> polled = read(Topics.POLLS);
    Process rest = pour("--days", "1");
    List<String> output = output(rest);
    assertThat(rest.waitFor()).isZero();

    assertThat(polled).as("polls reported before the last run").hasSizeGreaterThan(100);
    assertThat(output.getLast())
        .endsWith(" since " + Instant.ofEpochMilli(polled.getLast().timestamp() + 60_000));
    List<ConsumerRecord<byte[], byte[]>> polls = read(Topics.POLLS);
    List<ConsumerRecord<byte[], byte[]>> stations = read(Topics.STATIONS);
    assertThat(read(Topics.REJECTED)).isEmpty();
    assertRecordsLookLikeLiveOnes(stations);
    assertEveryPollIsReportedAndCanBeRebuilt(
        polls.stream().map(r -> PollReportJson.decode(r.value()).orElseThrow()).toList(),
        stations.stream().map(HistoryPourIT::observation).toList());
  }

  private static void assertRecordsLookLikeLiveOnes(List<ConsumerRecord<byte[], byte[]>> records) {
    for (ConsumerRecord<byte[], byte[]> r : records) {
      StationObservation o = observation(r);
      String schema = new String(r.headers().lastHeader("schema").value(), StandardCharsets.UTF_8);
      if (r.timestamp() != o.polledAt().toEpochMilli()
          || !new String(r.key(), StandardCharsets.UTF_8).equals(o.key().toString())
          || !schema.equals("1")) {
        fail("%s is not as a poller writes it: %s", r, o);
      }
    }
  }

  private static void assertEveryPollIsReportedAndCanBeRebuilt(
      List<PollReport> reports, List<StationObservation> observations) {
    Set<Instant> polls = reports.stream().map(PollReport::startedAt).collect(Collectors.toSet());
    Instant first = polls.stream().min(Instant::compareTo).orElseThrow();
    Instant last = polls.stream().max(Instant::compareTo).orElseThrow();
    assertThat(Duration.between(first, last)).isGreaterThan(Duration.ofHours(24));
    assertThat(polls).hasSize((int) Duration.between(first, last).toMinutes() + 1);
    assertThat(reports).allMatch(r -> r.succeeded() && r.simulated());
    RebuiltPolls.assertNothingIsLeftOut(WORLD, observations, last);
  }

  @Test
  void badArgumentsAreNamed() throws Exception {
    Process pour = pour("--days", "many");

    assertThat(output(pour)).anyMatch(line -> line.contains("but was: --days many"));
    assertThat(pour.waitFor()).isEqualTo(2);
  }

  private static Process pour(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.add(HistoryPour.class.getName());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    builder.environment().put("SIMULATOR_STATIONS", Integer.toString(STATIONS));
    return builder.start();
  }

  private static List<String> output(Process process) throws IOException {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      return lines.lines().toList();
    }
  }

  private static void awaitRecords(Process process, int records) throws IOException {
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher progress = PROGRESS.matcher(line);
      if (progress.find() && Integer.parseInt(progress.group(1).replace(",", "")) >= records) {
        return;
      }
    }
    throw new IllegalStateException("The pour ended before it could be killed");
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    TopicPartition partition = new TopicPartition(topic, 0);
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config, bytes, bytes)) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofSeconds(5)).forEach(records::add);
      }
    }
    return records;
  }

  private static StationObservation observation(ConsumerRecord<byte[], byte[]> r) {
    return ObservationJson.decode(r.value(), Instant.ofEpochMilli(r.timestamp()))
        .decoded()
        .orElseThrow();
  }
}
