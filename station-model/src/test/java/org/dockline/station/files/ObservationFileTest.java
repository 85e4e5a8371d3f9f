package org.dockline.station.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.InputFile;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.RandomHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationFileTest {

  @TempDir private Path temp;

  @Test
  void readsWhatItWroteInTheSameOrder() throws IOException {
    Instant from = Instant.parse("2026-03-28T00:00:00Z");
    List<StationObservation> written =
        new ArrayList<>(
            RandomHistory.of(1, new StationKey("toyama", "富山　1"), from, from.plusSeconds(86_400)));
    written.add(ObservationBuilder.polledAt(from).extra("{\"shape\":null}").build());
    written.add(ObservationBuilder.polledAt(from).gone());
    assertThat(written(written)).isEqualTo(written);
    assertThat(written(List.of())).isEmpty();
  }

  @Test
  void sortedRowsTakeFewBytes() throws IOException {
    Instant from = Instant.parse("2026-03-28T00:00:00Z");
    List<StationObservation> day = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      day.addAll(
          RandomHistory.of(i, new StationKey("lyon", "" + i), from, from.plusSeconds(86_400)));
    }
    written(day);
    assertThat(Files.size(temp.resolve("a.parquet")) / day.size()).isLessThan(40);
  }

  @Test
  void whatIsNoFileOfObservationsIsSaidByName() throws IOException {
    Files.writeString(temp.resolve("a.parquet"), "somebody put a text here");
    InputFile file = new LocalFolder(temp).open("a.parquet");
    assertThatThrownBy(() -> ObservationFile.readAll(file))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("a.parquet", "no observations of ours");
  }

  /** A mistake in a program must not pass for a foreign file. */
  @Test
  void faultOfAProgramIsNotTakenForAForeignFile() throws IOException {
    written(List.of());
    InputFile file = new LocalFolder(temp).open("a.parquet");
    NullPointerException fault = new NullPointerException("a fault");
    assertThatThrownBy(() -> ObservationFile.notOurs(file, fault)).isSameAs(fault);
  }

  private List<StationObservation> written(List<StationObservation> observations)
      throws IOException {
    LocalFolder folder = new LocalFolder(temp);
    folder.write(
        "a.parquet", file -> ObservationFile.write(file, ObservationSource.of(observations)));
    List<StationObservation> read = new ArrayList<>();
    try (ObservationReader reader = ObservationFile.read(folder.open("a.parquet"))) {
      for (StationObservation o = reader.next(); o != null; o = reader.next()) {
        read.add(o);
      }
    }
    return read;
  }
}
