package org.dockline.dashboard.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.dashboard.testing.MadeUpCities;
import org.dockline.dashboard.testing.SnapshotFolder;
import org.dockline.station.StationKey;
import org.dockline.station.files.LocalFolder;
import org.dockline.station.snapshot.LivePointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveFolderTest {

  private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
  private static final Duration OFTEN = Duration.ofMillis(10);

  @TempDir Path folder;
  private final MadeUpCities cities = new MadeUpCities(30, "lyon", "toyama");
  private final BlockingQueue<LiveSnapshot> told = new LinkedBlockingQueue<>();
  private LiveFolder live;

  @BeforeEach
  void open() {
    live = new LiveFolder(new LocalFolder(folder), OFTEN);
    live.listen(told::add);
  }

  @AfterEach
  void close() {
    live.close();
  }

  @Test
  void beginsBeforeThereIsAnything() {
    assertThat(live.current()).isEmpty();
    assertThat(live.problem()).contains("no snapshot has been published yet");
  }

  @Test
  void readsEverythingThatWasWritten() throws Exception {
    publish(new SnapshotFolder(folder), 1, NOW);

    LiveSnapshot snapshot = next();
    assertThat(snapshot.stations().values()).containsExactlyInAnyOrderElementsOf(cities.at(NOW));
    assertThat(snapshot.facts()).isEqualTo(cities.facts(1, NOW));
    assertThat(snapshot.simulated()).isTrue();
    assertThat(snapshot.find(new StationKey("toyama", "3"))).isPresent();
  }

  @Test
  void neverGoesBack() throws Exception {
    SnapshotFolder written = new SnapshotFolder(folder);
    publish(written, 5, NOW.plusSeconds(50));
    next();
    publish(written, 4, NOW.plusSeconds(40));
    publish(written, 6, NOW.plusSeconds(60));

    assertThat(next().batchId()).isEqualTo(6);
  }

  @Test
  void followsAStreamThatBeganAnew() throws Exception {
    SnapshotFolder written = new SnapshotFolder(folder);
    publish(written, 5_000, NOW);
    next();
    publish(written, 0, NOW.plusSeconds(60));

    assertThat(next().batchId()).isZero();
  }

  @Test
  void keepsWhatItHasWhenAFileIsGoneAndGoesOnWithTheNext() throws Exception {
    SnapshotFolder written = new SnapshotFolder(folder);
    publish(written, 1, NOW);
    next();
    written.pointAt(new LivePointer("swept.parquet", "pipeline-1.json", 2, NOW.plusSeconds(10)));

    await(() -> live.problem().filter(p -> p.contains("swept.parquet")).isPresent());
    assertThat(live.current()).map(LiveSnapshot::batchId).contains(1L);

    publish(written, 3, NOW.plusSeconds(20));
    assertThat(next().batchId()).isEqualTo(3);
    await(() -> live.problem().isEmpty());
  }

  @Test
  void aFileOfNonsenseIsAProblemAndNoEnd() throws Exception {
    SnapshotFolder written = new SnapshotFolder(folder);
    publish(written, 1, NOW);
    next();
    Files.writeString(written.live().resolve("stations-2.parquet"), "not parquet at all");
    Files.copy(
        written.live().resolve("pipeline-1.json"), written.live().resolve("pipeline-2.json"));
    written.pointAt(
        new LivePointer("stations-2.parquet", "pipeline-2.json", 2, NOW.plusSeconds(9)));

    await(() -> live.problem().isPresent());
    assertThat(live.current()).map(LiveSnapshot::batchId).contains(1L);
  }

  @Test
  void filesSwappedUnderneathShowOnlyWholeSnapshotsInOrder() throws Exception {
    SnapshotFolder written = new SnapshotFolder(folder);
    int count = Boolean.getBoolean("dockline.long") ? 2_000 : 60;
    List<Long> seen = new ArrayList<>();
    for (int batch = 1; batch <= count; batch++) {
      publish(written, batch, NOW.plusSeconds(batch));
      Files.deleteIfExists(written.live().resolve("stations-" + (batch - 3) + ".parquet"));
    }
    await(() -> live.current().filter(s -> s.batchId() == count).isPresent());
    for (LiveSnapshot snapshot = told.poll(); snapshot != null; snapshot = told.poll()) {
      seen.add(snapshot.batchId());
      assertThat(snapshot.stations()).hasSize(60);
    }
    assertThat(seen).isSorted().doesNotHaveDuplicates().endsWith((long) count);
  }

  private void publish(SnapshotFolder written, long batch, Instant asOf) {
    written.publish(cities.at(asOf), cities.facts(batch, asOf));
  }

  private LiveSnapshot next() throws InterruptedException {
    LiveSnapshot snapshot = told.poll(20, TimeUnit.SECONDS);
    assertThat(snapshot).as("a snapshot within 20 s").isNotNull();
    return snapshot;
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for 20 s").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
