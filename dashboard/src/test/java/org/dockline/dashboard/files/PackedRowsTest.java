package org.dockline.dashboard.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.RandomHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedRowsTest {

  private static final StationKey STATION = new StationKey("lyon", "7");
  private static final Instant FROM = Instant.parse("2026-03-28T00:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void givesBackWhatWasPackedInItsOrder(long seed) {
    List<StationObservation> rows = new ArrayList<>();
    List<StationKey> keys =
        IntStream.range(0, 12).mapToObj(i -> new StationKey("lyon", "" + i)).toList();
    for (StationKey key : keys) {
      rows.addAll(RandomHistory.of(seed + key.hashCode(), key, FROM, FROM.plusSeconds(86_400)));
    }
    Collections.shuffle(rows, new Random(seed));
    PackedRows packed = PackedRows.of(rows);
    for (StationKey key : keys) {
      assertThat(packed.station(key))
          .isEqualTo(rows.stream().filter(o -> o.key().equals(key)).toList());
    }
    assertThat(packed.station(new StationKey("lyon", "12"))).isEmpty();
  }

  /** More values than a byte tells apart, times that lack or lie years apart, and texts. */
  @Test
  void whatIsUnusualIsKeptToo() {
    List<StationObservation> rows = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      ObservationBuilder one = ObservationBuilder.polledAt(FROM.plusSeconds(i)).station(STATION);
      one.bikes(i).reportedAt(i % 3 == 0 ? null : FROM.minusSeconds(i * 1_000_000L));
      rows.add(i % 2 == 0 ? one.build() : one.extra("{\"n\":" + i + "}").build());
    }
    rows.add(rows.getLast().gone(FROM.plusSeconds(600)));
    assertThat(PackedRows.of(rows).station(STATION)).isEqualTo(rows);
  }

  @Test
  void nothingIsPackedAndFoundAsNothing() {
    assertThat(PackedRows.of(List.of()).station(STATION)).isEmpty();
    assertThat(PackedRows.of(List.of()).bytes()).isZero();
  }

  @Test
  void aRowOfOneStationTakesFewBytes() {
    List<StationObservation> rows = new ArrayList<>();
    for (int i = 0; i < 1_440; i++) {
      rows.add(
          ObservationBuilder.polledAt(FROM.plusSeconds(60L * i))
              .station(STATION)
              .bikes(i / 20 % 15)
              .build());
    }
    assertThat(PackedRows.of(rows).bytes() / rows.size()).isBetween(8, 20);
  }
}
