package org.dockline.stream.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.dockline.station.StationObservation;
import org.dockline.station.files.LocalFolder;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.stream.testing.SnapshotReading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotPublisherTest {

  private static final Instant T = Instant.parse("2026-03-28T12:00:00Z");
  private static final StationObservation PRESENT = ObservationBuilder.polledAt(T).build();
  private static final StationObservation GONE =
      ObservationBuilder.polledAt(T).station("lyon/8").gone();

  @TempDir private Path temp;

  private LocalFolder folder;
  private SnapshotPublisher publisher;

  @BeforeEach
  void begin() {
    folder = new LocalFolder(temp);
    publisher = new SnapshotPublisher(folder, null, 0);
  }

  @Test
  void readersSeeThePresentStationsAndARestartKnowsTheRest() throws IOException {
    publisher.publish(List.of(PRESENT), List.of(GONE), facts(0));
    SnapshotReading reading = new SnapshotReading(temp);
    assertThat(reading.live()).containsExactly(PRESENT);
    assertThat(reading.facts()).isEqualTo(facts(0));
    LiveSnapshot restart = new LiveReader(folder).find().orElseThrow();
    assertThat(restart.latest().listPresent()).containsExactly(PRESENT);
    assertThat(restart.latest().listRest()).containsExactly(GONE);
    assertThat(restart.facts()).isEqualTo(facts(0));
    assertThat(restart.pointer()).isEqualTo(reading.pointer());
  }

  @Test
  void factsAloneFollowTheSameStations() throws IOException {
    assertThatThrownBy(() -> publisher.publish(facts(0))).isInstanceOf(IllegalStateException.class);
    publisher.publish(List.of(PRESENT), List.of(), facts(0));
    publisher.publish(facts(publisher.next()));
    SnapshotReading reading = new SnapshotReading(temp);
    assertThat(reading.pointer().batchId()).isOne();
    assertThat(reading.pointer().stationsFile()).isEqualTo("stations-0.parquet");
    assertThat(reading.live()).containsExactly(PRESENT);
  }

  @Test
  void theCurrentSnapshotAndTheFewBeforeItAreKept() throws IOException {
    for (int i = 0; i < 10; i++) {
      publisher.publish(List.of(PRESENT), List.of(), facts(i));
    }
    assertThat(publisher.kept())
        .hasSize(1 + 3 * 4)
        .contains("live/CURRENT", "live/stations-9.parquet", "live/rest-6.parquet")
        .doesNotContain("live/stations-5.parquet");
  }

  @Test
  void whatCannotBeReadWholeCountsAsNotThere() throws IOException {
    assertThat(new LiveReader(folder).find()).isEmpty();
    publisher.publish(List.of(PRESENT), List.of(), facts(0));
    folder.write("live/stations-0.parquet", "half a file".getBytes(StandardCharsets.UTF_8));
    assertThat(new LiveReader(folder).find()).isEmpty();
    folder.write("live/CURRENT", "{".getBytes(StandardCharsets.UTF_8));
    assertThat(new LiveReader(folder).find()).isEmpty();
  }

  private static PipelineFacts facts(long number) {
    return new PipelineFacts(T, number, false, List.of(), List.of(), 0, List.of(), 0);
  }
}
