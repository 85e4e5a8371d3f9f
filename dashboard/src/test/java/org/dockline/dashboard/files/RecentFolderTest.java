package org.dockline.dashboard.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.io.InputFile;
import org.dockline.dashboard.history.RecentObservations.Found;
import org.dockline.dashboard.testing.SnapshotFolder;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.files.LocalFolder;
import org.dockline.station.testing.ObservationBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentFolderTest {

  private static final StationKey STATION = new StationKey("lyon", "7");
  private static final Instant FROM = Instant.parse("2026-03-10T08:00:00Z");
  private static final Instant TO = FROM.plusSeconds(3_600);

  @TempDir Path folder;

  @Test
  void nothingWrittenYetIsAStateAndNoProblem() {
    Found found = new RecentFolder(new LocalFolder(folder)).find(STATION, FROM, TO);

    assertThat(found.observations()).isEmpty();
    assertThat(found.asOf()).isNull();
    assertThat(found.problem()).isNull();
  }

  @Test
  void findsOneStationsObservationsInOrderAndEachOnce() {
    SnapshotFolder written = new SnapshotFolder(folder);
    StationObservation first = bikes("lyon/7", 60, 5);
    StationObservation second = bikes("lyon/7", 120, 6);
    written.append("b.parquet", List.of(second, bikes("lyon/8", 60, 1), first), TO);
    written.append("a.parquet", List.of(first, bikes("dublin/7", 60, 2)), TO);

    Found found = new RecentFolder(new LocalFolder(folder)).find(STATION, FROM, TO);

    assertThat(found.observations()).containsExactly(first, second);
    assertThat(found.asOf()).isEqualTo(TO);
  }

  @Test
  void filesOutsideTheTimeAreNotOpened() throws IOException {
    SnapshotFolder written = new SnapshotFolder(folder);
    written.append("old.parquet", List.of(bikes("lyon/7", -7_200, 5)), TO);
    written.append("now.parquet", List.of(bikes("lyon/7", 60, 6)), TO);
    Files.writeString(written.recent().resolve("old.parquet"), "nobody reads this");

    assertThat(new RecentFolder(new LocalFolder(folder)).find(STATION, FROM, TO).observations())
        .hasSize(1);
  }

  @Test
  void theTimeIsHalfOpen() {
    SnapshotFolder written = new SnapshotFolder(folder);
    written.append(
        "a.parquet",
        List.of(bikes("lyon/7", -1, 1), bikes("lyon/7", 0, 2), bikes("lyon/7", 3_600, 3)),
        TO);

    assertThat(new RecentFolder(new LocalFolder(folder)).find(STATION, FROM, TO).observations())
        .containsExactly(bikes("lyon/7", 0, 2));
  }

  @Test
  void aFileThatIsNotThereIsSaidAndNotFatal() throws IOException {
    SnapshotFolder written = new SnapshotFolder(folder);
    written.append("a.parquet", List.of(bikes("lyon/7", 60, 5)), TO);
    Files.delete(written.recent().resolve("a.parquet"));

    assertThat(new RecentFolder(new LocalFolder(folder)).find(STATION, FROM, TO).problem())
        .contains("a.parquet");
  }

  @Test
  void whatWasReadIsNotReadAgain() throws IOException {
    SnapshotFolder written = new SnapshotFolder(folder);
    written.append("a.parquet", List.of(bikes("lyon/7", 60, 5), bikes("lyon/8", 60, 1)), TO);
    Counting counting = new Counting(new LocalFolder(folder));
    RecentFolder recent = new RecentFolder(counting, 1 << 20);

    assertThat(recent.find(STATION, FROM, TO).observations()).hasSize(1);
    assertThat(recent.find(new StationKey("lyon", "8"), FROM, TO).observations()).hasSize(1);
    assertThat(recent.find(new StationKey("lyon", "9"), FROM, TO).observations()).isEmpty();
    assertThat(counting.opened).containsExactly("recent/a.parquet");

    written.append("b.parquet", List.of(bikes("lyon/7", 120, 6)), TO);
    assertThat(recent.find(STATION, FROM, TO).observations()).hasSize(2);
    assertThat(counting.opened).containsExactly("recent/a.parquet", "recent/b.parquet");
  }

  /** However little is kept, what is found is the same. */
  @ParameterizedTest
  @ValueSource(ints = {0, 3_000, 200_000, 1 << 20})
  void manyStationsInManyFilesAreFoundWithAnyMemory(int bytes) {
    SnapshotFolder written = new SnapshotFolder(folder);
    List<StationObservation> all = new ArrayList<>();
    for (int file = 0; file < 4; file++) {
      List<StationObservation> ofFile = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        ofFile.add(bikes("lyon/" + i % 5, file * 100 + i, i % 7));
      }
      written.append(file + ".parquet", ofFile, TO);
      all.addAll(ofFile);
    }
    RecentFolder recent = new RecentFolder(new LocalFolder(folder), bytes);
    for (int question = 0; question < 15; question++) {
      StationKey key = new StationKey("lyon", Integer.toString(question % 5));
      assertThat(recent.find(key, FROM, TO).observations())
          .isEqualTo(all.stream().filter(o -> o.key().equals(key)).toList());
    }
  }

  @Test
  void whatAFileIsSaidToHoldIsNotTakenForWhatAnotherHolds() {
    SnapshotFolder written = new SnapshotFolder(folder);
    written.append("a.parquet", List.of(bikes("lyon/7", 60, 5)), TO);
    RecentFolder recent = new RecentFolder(new LocalFolder(folder), 1 << 20);
    assertThat(recent.find(STATION, FROM, TO).observations()).hasSize(1);

    written.compactTo("a.parquet", List.of(bikes("lyon/7", 60, 5), bikes("lyon/7", 61, 4)), TO);

    assertThat(recent.find(STATION, FROM, TO).observations()).hasSize(2);
  }

  /** Notes which files are opened. */
  private static final class Counting implements org.dockline.station.files.SnapshotFolder {

    private final LocalFolder inner;
    private final List<String> opened = new ArrayList<>();

    Counting(LocalFolder inner) {
      this.inner = inner;
    }

    @Override
    public InputFile open(String path) throws IOException {
      opened.add(path);
      return inner.open(path);
    }

    @Override
    public Optional<byte[]> find(String path) throws IOException {
      return inner.find(path);
    }

    @Override
    public void write(String path, Body body) throws IOException {
      inner.write(path, body);
    }

    @Override
    public Collection<String> list(String below) throws IOException {
      return inner.list(below);
    }

    @Override
    public void delete(String path) throws IOException {
      inner.delete(path);
    }
  }

  private static StationObservation bikes(String key, long second, int bikes) {
    return ObservationBuilder.polledAt(FROM.plusSeconds(second)).station(key).bikes(bikes).build();
  }
}
