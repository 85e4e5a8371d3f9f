package org.dockline.station.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.RandomHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every folder of snapshots promises, whatever file system it is on. */
public abstract class SnapshotFolderContract {

  private static final int SWAPS = Boolean.getBoolean("dockline.long") ? 1_000 : 20;

  private SnapshotFolder folder;

  /** A folder that is not there yet. */
  protected abstract SnapshotFolder newFolder() throws IOException;

  @BeforeEach
  void begin() throws IOException {
    folder = newFolder();
  }

  @Test
  void writesReplacesListsAndDeletes() throws IOException {
    folder.write("live/CURRENT", bytes("one"));
    folder.write("live/CURRENT", bytes("two"));
    folder.write("recent/date=2026-03-28/a.parquet", bytes("three"));
    assertThat(folder.find("live/CURRENT")).hasValue(bytes("two"));
    assertThat(folder.list("recent")).containsExactly("recent/date=2026-03-28/a.parquet");
    folder.delete("live/CURRENT");
    folder.delete("live/CURRENT");
    assertThat(folder.find("live/CURRENT")).isEmpty();
    assertThat(folder.list("live")).isEmpty();
    assertThat(folder.list("nowhere")).isEmpty();
  }

  @Test
  void writerThatFailsLeavesWhatStoodThere() throws IOException {
    folder.write("live/CURRENT", bytes("one"));
    SnapshotFolder.Body fullDisk =
        file -> {
          try (var out = file.createOrOverwrite(0)) {
            out.write(bytes("tw"));
            throw new IOException("No space left on device");
          }
        };
    assertThatThrownBy(() -> folder.write("live/CURRENT", fullDisk))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
    assertThat(folder.find("live/CURRENT")).hasValue(bytes("one"));
    assertThat(folder.list("live")).as("no half a file takes room").containsExactly("live/CURRENT");
  }

  @Test
  void fileThatIsNotThereCannotBeOpenedAndRead() {
    assertThatThrownBy(() -> folder.open("live/stations-1.parquet").newStream())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("stations-1.parquet");
  }

  @Test
  void observationsAreReadAsTheyWereWritten() throws IOException {
    Instant from = Instant.parse("2026-03-28T00:00:00Z");
    List<StationObservation> lyon = history("lyon", from);
    List<StationObservation> toyama = history("toyama", from);
    List<StationObservation> both = Stream.concat(lyon.stream(), toyama.stream()).toList();
    folder.write("a.parquet", file -> ObservationFile.write(file, ObservationSource.of(both)));

    assertThat(ObservationFile.readAll(folder.open("a.parquet"))).isEqualTo(both);
    assertThat(ObservationFile.readContract(folder.open("a.parquet"), "toyama")).isEqualTo(toyama);
  }

  /** What stands in a place is always whole, and never older than what a reader saw before. */
  @Test
  void readerSeesTheOldFileOrTheNewOne() throws Exception {
    folder.write("live/CURRENT", number(0));
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    for (int i = 1; i <= SWAPS; i++) {
                      folder.write("live/CURRENT", number(i));
                    }
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  } finally {
                    done.set(true);
                  }
                });
    int last = 0;
    while (!done.get()) {
      last = readNumber(last);
    }
    writer.join();
    assertThat(readNumber(last)).isEqualTo(SWAPS);
  }

  private int readNumber(int atLeast) throws IOException {
    String text = new String(folder.find("live/CURRENT").orElseThrow(), StandardCharsets.UTF_8);
    int read = Integer.parseInt(text.substring(0, text.indexOf(' ')));
    assertThat(text).isEqualTo(new String(number(read), StandardCharsets.UTF_8));
    assertThat(read).isGreaterThanOrEqualTo(atLeast);
    return read;
  }

  private static byte[] number(int i) {
    return bytes((i + " ").repeat(2_000));
  }

  private static List<StationObservation> history(String contract, Instant from) {
    return RandomHistory.of(1, new StationKey(contract, "1"), from, from.plusSeconds(86_400));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
