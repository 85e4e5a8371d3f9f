package org.dockline.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dockline.dashboard.live.Neighbours.Neighbour;
import org.dockline.dashboard.testing.MadeUpCities;
import org.dockline.station.StationKey;
import org.junit.jupiter.api.Test;

class NeighboursTest {

  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final MadeUpCities CITIES = new MadeUpCities(12, "lyon", "dublin");
  private static final LiveSnapshot SNAPSHOT =
      new LiveSnapshot(1, NOW, CITIES.at(NOW), CITIES.facts(1, NOW));

  @Test
  void theNearestOfTheSameCityComeFirst() {
    List<Neighbour> near = Neighbours.of(SNAPSHOT, new StationKey("lyon", "3"), 5);
    assertThat(near).hasSize(5).isSortedAccordingTo((a, b) -> Double.compare(a.km(), b.km()));
    assertThat(near)
        .allSatisfy(n -> assertThat(n.key().contract()).isEqualTo("lyon"))
        .noneMatch(n -> n.key().stationId().equals("3"));
  }

  @Test
  void aStationThatIsNotThereHasNone() {
    assertThat(Neighbours.of(SNAPSHOT, new StationKey("lyon", "nowhere"), 5)).isEmpty();
  }

  @Test
  void testsAndGhostsDoNotCount() {
    assertThat(Counted.in(Optional.empty()).test(new StationKey("jcdecauxbike", "1"))).isFalse();
    assertThat(Counted.in(Optional.of(SNAPSHOT)).test(new StationKey("lyon", "3"))).isTrue();
    assertThat(Counted.in(Optional.of(SNAPSHOT)).test(new StationKey("lyon", "gone"))).isTrue();
  }
}
