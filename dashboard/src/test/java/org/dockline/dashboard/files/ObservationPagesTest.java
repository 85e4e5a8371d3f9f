package org.dockline.dashboard.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.dockline.dashboard.files.ParquetTable.Column;
import org.dockline.dashboard.files.ParquetTable.ColumnType;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.files.LocalFolder;
import org.dockline.station.files.ObservationFile;
import org.dockline.station.files.ObservationSource;
import org.dockline.station.rows.ObservationColumns;
import org.dockline.station.testing.RandomHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationPagesTest {

  private static final Instant FROM = Instant.parse("2026-03-28T00:00:00Z");

  @TempDir private Path temp;

  /** A compacted day of two cities whose stations have the same ids. */
  private final List<StationKey> keys =
      Stream.of("lyon", "toyama")
          .flatMap(city -> IntStream.range(0, 60).mapToObj(i -> new StationKey(city, "é" + i)))
          .sorted()
          .toList();

  @Test
  void everyStationIsFoundWithAllItsRowsInTheirOrder() throws IOException {
    List<StationObservation> day = day();
    ObservationPages pages = ObservationPages.of(written(day));
    assertThat(pages.groups(keys.getFirst())).isNotEmpty();
    for (StationKey key : keys) {
      assertThat(rows(pages, key))
          .isEqualTo(day.stream().filter(o -> o.key().equals(key)).toList());
    }
  }

  @Test
  void stationThatIsNotThereIsFoundNowhereOrHasNoRows() throws IOException {
    ObservationPages pages = ObservationPages.of(written(day()));
    assertThat(pages.groups(new StationKey("aachen", "é1"))).isEmpty();
    assertThat(rows(pages, new StationKey("lyon", "é1 "))).isEmpty();
  }

  @Test
  void fileWithoutRowsIsNoProblem() throws IOException {
    assertThat(ObservationPages.of(written(List.of())).groups(keys.getFirst())).isEmpty();
  }

  /** Who reads one station must not read the cities. */
  @Test
  void oneStationIsReadWithoutReadingTheOthers() throws IOException {
    AtomicLong bytes = new AtomicLong();
    InputFile file = written(day());
    StationKey key = keys.get(keys.size() / 2);
    assertThat(rows(ObservationPages.of(new CountedFile(file, bytes)), key)).isNotEmpty();
    assertThat((double) bytes.get() / file.getLength()).isLessThan(0.2);
  }

  @Test
  void foreignFileIsSaidByNameAndByWhatIsWrongWithIt() throws IOException {
    Files.writeString(temp.resolve("text.parquet"), "somebody put a text here");
    assertThatThrownBy(() -> ObservationPages.of(new LocalFolder(temp).open("text.parquet")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("text.parquet");
    Path table = temp.resolve("table.parquet");
    try (OutputStream out = Files.newOutputStream(table)) {
      ParquetTable.write(
          List.of(new Column(ObservationColumns.CONTRACT, ColumnType.COUNT)), List.of(), out);
    }
    assertThatThrownBy(() -> ObservationPages.of(new LocalFolder(temp).open("table.parquet")))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("table.parquet", "'contract'");
  }

  private List<StationObservation> day() {
    List<StationObservation> day = new ArrayList<>();
    for (StationKey key : keys) {
      day.addAll(RandomHistory.of(key.hashCode(), key, FROM, FROM.plusSeconds(86_400)));
    }
    return day;
  }

  private static List<StationObservation> rows(ObservationPages file, StationKey key)
      throws IOException {
    List<StationObservation> found = new ArrayList<>();
    for (int group : file.groups(key)) {
      GroupPages pages = file.pages(group);
      for (PageSpan page : pages.spans()) {
        if (page.mayHold(key)) {
          found.addAll(PackedRows.of(file.read(group, pages, page)).station(key));
        }
      }
    }
    return found;
  }

  private InputFile written(List<StationObservation> observations) throws IOException {
    Path file = temp.resolve("a.parquet");
    ObservationFile.write(new LocalOutputFile(file), ObservationSource.of(observations));
    return new LocalInputFile(file);
  }

  /** Counts what is read of a file. */
  private record CountedFile(InputFile file, AtomicLong bytes) implements InputFile {

    @Override
    public long getLength() throws IOException {
      return file.getLength();
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
      SeekableInputStream in = file.newStream();
      return new DelegatingSeekableInputStream(
          new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
              bytes.incrementAndGet();
              return super.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
              int read = super.read(buffer, offset, length);
              bytes.addAndGet(Math.max(0, read));
              return read;
            }
          }) {
        @Override
        public long getPos() throws IOException {
          return in.getPos();
        }

        @Override
        public void seek(long position) throws IOException {
          in.seek(position);
        }
      };
    }
  }
}
