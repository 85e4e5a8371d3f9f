package org.dockline.dashboard.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.dockline.dashboard.history.RecentObservations.Found;
import org.dockline.dashboard.testing.SnapshotFolder;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.files.LocalFolder;
import org.dockline.station.testing.ObservationBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private static StationObservation bikes(String key, long second, int bikes) {
    return ObservationBuilder.polledAt(FROM.plusSeconds(second)).station(key).bikes(bikes).build();
  }
}
