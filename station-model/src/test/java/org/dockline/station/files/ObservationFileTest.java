package org.dockline.station.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
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

  /** A compacted day of a city: who reads one station must not read the city. */
  @Test
  void oneStationIsReadWithoutReadingTheOthers() throws IOException {
    Instant from = Instant.parse("2026-03-28T00:00:00Z");
    List<StationObservation> city = new ArrayList<>();
    List<StationKey> keys =
        IntStream.range(0, 300).mapToObj(i -> new StationKey("lyon", "" + i)).sorted().toList();
    for (StationKey key : keys) {
      city.addAll(RandomHistory.of(key.hashCode(), key, from, from.plusSeconds(86_400)));
    }
    written(city);
    InputFile file = new LocalFolder(temp).open("a.parquet");
    AtomicLong bytes = new AtomicLong();
    List<StationObservation> one =
        ObservationFile.readStation(new CountedFile(file, bytes), keys.get(150));
    assertThat(one).isNotEmpty().allMatch(o -> o.key().equals(keys.get(150)));
    assertThat(one).isEqualTo(city.stream().filter(o -> o.key().equals(keys.get(150))).toList());
    assertThat((double) bytes.get() / file.getLength()).isLessThan(0.2);
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
