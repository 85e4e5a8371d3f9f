package org.dockline.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.dockline.station.files.LocalFolder;
import org.dockline.station.snapshot.LivePointer;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.stream.files.CheckpointFolder;
import org.dockline.stream.testing.FillingFolder;
import org.dockline.stream.testing.SettableClock;
import org.dockline.stream.testing.SnapshotReading;
import org.dockline.stream.testing.TopicLog;
import org.dockline.stream.topic.TopicSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full and a clock that is set back: what becomes of the snapshots. */
class TroubleTest {

  private static final Instant T = Instant.parse("2026-03-28T12:00:00Z");

  @TempDir private Path temp;

  private final SettableClock clock = new SettableClock(T);
  private final TopicLog topics = new TopicLog();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 8, 13, 21, 34})
  void fullDiskChangesNothingThatReadersAreShownAndIsMadeUpForLater(int room) throws IOException {
    StreamScenario scenario = new StreamScenario(11, 4);
    SettableClock end = new SettableClock(StreamScenario.TO);
    SimulatedSpark spark = new SimulatedSpark(temp.resolve("checkpoint"), scenario.topics(), end);
    assertThatThrownBy(() -> spark.live(new FillingFolder(snapshots(), room)))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
    new StreamScenario.PatientReader(snapshots()).look();
    spark.live(new LocalFolder(snapshots()));
    scenario.assertComplete(snapshots());
  }

  @Test
  void fullDiskIsSweptAlthoughNoAttemptLasts() throws IOException {
    LocalFolder folder = new LocalFolder(snapshots());
    folder.write("recent/date=2026-03-28/replaced.parquet", new byte[] {1});
    folder.write("live/stations-0.parquet", new byte[] {1});
    folder.write("recent/LOADED_THROUGH", new byte[] {1});
    Sweep sweep = new Sweep(folder);
    for (int minute = 0; minute < 10; minute++) {
      sweep.run(recovered(folder), clock.instant());
      assertThat(folder.list("recent")).hasSize(2);
      clock.advance(Duration.ofMinutes(1));
    }
    sweep.run(recovered(folder), clock.instant());
    assertThat(folder.list("")).containsExactly("recent/LOADED_THROUGH");
  }

  @Test
  void whatIsWrittenAgainIsNotSweptBeforeItIsShown() throws IOException {
    LocalFolder folder = new LocalFolder(snapshots());
    topics.add(ObservationBuilder.polledAt(T).build()).cut();
    TopicSlice slice = new TopicSlice(topics.batches().getFirst());
    Sweep sweep = new Sweep(folder);
    write(slice, recovered(folder));
    sweep.run(recovered(folder), clock.instant());
    clock.advance(Duration.ofMinutes(10));
    Recovery.Start again = recovered(folder);
    write(slice, again);
    sweep.run(again, clock.instant());
    assertThat(folder.list("recent")).hasSize(1);

    sweep.run(recovered(folder), clock.instant());
    clock.advance(Duration.ofMinutes(10));
    sweep.run(recovered(folder), clock.instant());
    assertThat(folder.list("recent")).as("nobody writes it any more").isEmpty();
  }

  private static void write(TopicSlice slice, Recovery.Start start) throws IOException {
    start.recent().beginBatch();
    start.recent().write(slice, new ArrayList<>(start.state().take(slice).observations()));
  }

  @Test
  void clockThatIsSetBackStopsNeitherTheHeartbeatNorTheOrderOfPublications() throws IOException {
    MicroBatches batches = begin();
    topics.add(ObservationBuilder.polledAt(T).build()).cut();
    batches.run(topics.batches().getFirst().iterator());
    LivePointer before = pointer();
    clock.advance(Duration.ofHours(-1));
    batches.idle();
    assertThat(pointer().batchId()).isEqualTo(before.batchId() + 1);
    assertThat(pointer().asOf()).isEqualTo(T.minus(Duration.ofHours(1)));
    batches.idle();
    assertThat(pointer().batchId()).isEqualTo(before.batchId() + 1);
    clock.advance(Duration.ofSeconds(19));
    batches.idle();
    assertThat(pointer().batchId()).isEqualTo(before.batchId() + 2);
  }

  @Test
  void newestObservationIsTheOneThatWasPolledLastWhateverTheClockSays() throws IOException {
    MicroBatches batches = begin();
    topics.add(ObservationBuilder.polledAt(T.plusSeconds(60)).bikes(7).build());
    topics.add(ObservationBuilder.polledAt(T).bikes(3).build()).cut();
    clock.advance(Duration.ofDays(-400));
    batches.run(topics.batches().getFirst().iterator());
    SnapshotReading reading = new SnapshotReading(snapshots());
    assertThat(reading.live()).singleElement().extracting(o -> o.counts().bikes()).isEqualTo(7);
    assertThat(reading.recent()).hasSize(2);
  }

  private MicroBatches begin() throws IOException {
    Recovery.Start start = recovered(new LocalFolder(snapshots()));
    StreamHealth health = new StreamHealth(clock, Duration.ofMinutes(1));
    return new MicroBatches(start, topics, 100, clock, health);
  }

  private Recovery.Start recovered(LocalFolder folder) throws IOException {
    CheckpointFolder checkpoint = new CheckpointFolder(temp.resolve("checkpoint"));
    return new Recovery(folder, checkpoint).start(TopicLog.INCARNATIONS);
  }

  private LivePointer pointer() throws IOException {
    return new SnapshotReading(snapshots()).pointer();
  }

  private Path snapshots() {
    return temp.resolve("snapshots");
  }
}
