package org.dockline.batch.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.dockline.station.ContractDay;
import org.junit.jupiter.api.Test;

class ChunksTest {

  private final List<ContractDay> days =
      IntStream.range(1, 6)
          .mapToObj(d -> new ContractDay("lyon", LocalDate.of(2026, 3, d), ZoneOffset.UTC))
          .toList();

  @Test
  void keepsTheOrderAndTheLimit() {
    assertThat(Chunks.of(days, d -> 40, 100))
        .containsExactly(days.subList(0, 2), days.subList(2, 4), days.subList(4, 5));
  }

  @Test
  void dayThatExceedsTheLimitStandsAlone() {
    assertThat(Chunks.of(days, d -> d.date().getDayOfMonth() == 3 ? 500 : 40, 100))
        .containsExactly(days.subList(0, 2), days.subList(2, 3), days.subList(3, 5));
  }

  @Test
  void noDaysAreNoChunk() {
    assertThat(Chunks.of(List.of(), d -> 40, 100)).isEmpty();
  }
}
