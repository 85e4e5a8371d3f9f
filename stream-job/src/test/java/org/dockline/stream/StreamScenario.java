package org.dockline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.dockline.station.LatestObservations;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Identity;
import org.dockline.station.Topics;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.testing.PollReportBuilder;
import org.dockline.station.testing.RandomHistory;
import org.dockline.stream.testing.SnapshotReading;
import org.dockline.stream.testing.TopicLog;

/**
 * Some hours of a small network around midnight, in all three topics, and what has to come of them
 * whatever happens on the way.
 */
final class StreamScenario {

  static final Instant FROM = Instant.parse("2026-03-28T21:00:00Z");
  static final Instant TO = Instant.parse("2026-03-29T03:00:00Z");

  private static final int STATIONS = 4;
  private static final int POLLS = 40;
  private static final int REJECTIONS = 7;
  private static final int UNREADABLE = 3;

  private final List<StationObservation> observations = new ArrayList<>();
  private final TopicLog topics = new TopicLog();

  StreamScenario(long seed, int batches) {
    for (int i = 0; i < STATIONS; i++) {
      StationKey key = new StationKey(i < 2 ? "lyon" : "toyama", Integer.toString(i));
      observations.addAll(RandomHistory.of(seed * 100 + i, key, FROM, TO));
    }
    observations.sort(StationObservation.ORDER);
    Random random = new Random(seed);
    for (int i = 0; i < batches; i++) {
      int from = observations.size() * i / batches;
      int to = observations.size() * (i + 1) / batches;
      observations.subList(from, to).forEach(topics::add);
      addFacts(i, batches, random);
      topics.cut();
    }
  }

  TopicLog topics() {
    return topics;
  }

  private void addFacts(int batch, int batches, Random random) {
    for (int i = POLLS * batch / batches; i < POLLS * (batch + 1) / batches; i++) {
      topics.add(poll(i, random.nextInt(5) == 0 ? "HTTP 503" : null));
    }
    for (int i = REJECTIONS * batch / batches; i < REJECTIONS * (batch + 1) / batches; i++) {
      topics.add(rejection(i));
    }
    for (int i = UNREADABLE * batch / batches; i < UNREADABLE * (batch + 1) / batches; i++) {
      topics.addText(Topics.STATIONS, FROM, "{\"contract\":\"lyon\"");
    }
  }

  private static PollReport poll(int i, String error) {
    return PollReportBuilder.startedAt(FROM.plusSeconds(60L * i))
        .stations(STATIONS, 1, 0)
        .error(error, 200)
        .build();
  }

  private static Rejection rejection(int i) {
    return new Rejection(
        FROM.plusSeconds(i), Source.JCDECAUX_V3, "lyon", "9", "bikes", "-1", "is negative", "{}");
  }

  /** Everything is there once: rows of the topic, newest state, counts. */
  void assertComplete(Path folder) throws IOException {
    SnapshotReading reading = new SnapshotReading(folder);
    assertThat(reading.recent())
        .usingElementComparator(Comparator.comparing(StationObservation::toString))
        .containsExactlyInAnyOrderElementsOf(observations);
    assertNewest(reading);
    assertCounts(reading.facts());
  }

  /** The same, but an observation may stand in several recent files. */
  void assertNothingMissing(Path folder) throws IOException {
    SnapshotReading reading = new SnapshotReading(folder);
    assertThat(new HashSet<>(reading.recent())).isEqualTo(new HashSet<>(observations));
    assertNewest(reading);
    assertCounts(reading.facts());
  }

  private void assertNewest(SnapshotReading reading) throws IOException {
    LatestObservations latest = new LatestObservations();
    latest.addAll(observations);
    assertThat(reading.live()).isEqualTo(List.copyOf(latest.listPresent()));
  }

  private static void assertCounts(PipelineFacts facts) {
    assertThat(facts.rejectedTotal()).isEqualTo(REJECTIONS);
    assertThat(facts.rejectedSamples()).hasSize(REJECTIONS);
    assertThat(facts.undecodable()).isEqualTo(UNREADABLE);
    assertThat(facts.polls()).hasSize(1);
    assertThat(facts.polls().getFirst().calls()).isEqualTo(POLLS);
    assertThat(facts.polls().getFirst().last().simulated()).isTrue();
    assertThat(facts.topics()).hasSize(3).allMatch(t -> t.readTo() == t.end());
  }

  /** Looks at a folder again and again: what it sees is whole and never goes back. */
  static final class PatientReader {

    private final SnapshotReading reading;
    private long number = -1;
    private Set<Identity> seen = Set.of();

    PatientReader(Path folder) {
      this.reading = new SnapshotReading(folder);
    }

    void look() throws IOException {
      if (!reading.begun()) {
        return;
      }
      assertThat(reading.pointer().batchId()).isGreaterThanOrEqualTo(number);
      number = reading.pointer().batchId();
      assertThat(reading.facts().batchId()).isEqualTo(number);
      Set<Identity> recent = identities(reading.recent());
      assertThat(recent).containsAll(seen).containsAll(identities(reading.live()));
      seen = recent;
    }

    private static Set<Identity> identities(List<StationObservation> rows) {
      Set<Identity> identities = new HashSet<>();
      rows.forEach(o -> identities.add(o.identity()));
      return identities;
    }
  }
}
