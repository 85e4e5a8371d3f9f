package org.dockline.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.dashboard.testing.MadeUpCities;
import org.dockline.dashboard.view.StationSearch.Spot;
import org.dockline.station.Distance;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Place;
import org.junit.jupiter.api.Test;

/** What a list of stations holds. */
class StationSearchTest {

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final Spot LYON = new Spot(45.76, 4.84);

  private final MadeUpCities cities = new MadeUpCities(15, "lyon", "dublin");
  private final LiveSnapshot snapshot =
      new LiveSnapshot(1, NOW, cities.at(NOW), cities.facts(1, NOW));

  @Test
  void namesAndAddressesAreSearchedWithoutAccents() {
    assertThat(new StationSearch(Set.of("lyon"), null, "UNIVERSITE 2", null, null).in(snapshot))
        .contains(new StationKey("lyon", "2"))
        .allMatch(key -> key.contract().equals("lyon"));
  }

  @Test
  void theListFollowsTheMapUnlessSomethingIsSearchedFor() {
    Bounds dublin = new Bounds(53, -7, 54, -6);
    assertThat(new StationSearch(null, dublin, "", null, null).in(snapshot))
        .hasSize(15)
        .allMatch(key -> key.contract().equals("dublin"));
    assertThat(new StationSearch(Set.of("lyon"), dublin, "opera", null, null).in(snapshot))
        .isNotEmpty()
        .allMatch(key -> key.contract().equals("lyon"));
  }

  @Test
  void theNearestComeFirst() {
    List<StationKey> found = new StationSearch(null, null, "", null, LYON).in(snapshot);
    assertThat(found.getFirst().contract()).isEqualTo("lyon");
    assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(km(a), km(b)));
  }

  @Test
  void favouritesThatAreGoneAreLeftOut() {
    Set<StationKey> marked = Set.of(new StationKey("lyon", "3"), new StationKey("lyon", "gone"));
    assertThat(new StationSearch(null, null, "", marked, null).in(snapshot))
        .containsExactly(new StationKey("lyon", "3"));
  }

  @Test
  void aMapMovedAroundTheWorldSeesTheSamePlaces() {
    Place suva = new Place(null, null, -18.1, 178.4);
    assertThat(new Bounds(-20, 170, -10, 190).contains(suva)).isTrue();
    assertThat(new Bounds(-20, -190, -10, -170).contains(suva)).isTrue();
    assertThat(new Bounds(-20, 530, -10, 550).contains(suva)).isTrue();
    assertThat(new Bounds(-20, 100, -10, 120).contains(suva)).isFalse();
    assertThat(new Bounds(-20, 0, -10, 360).contains(new Place(null, null, null, null))).isFalse();
  }

  private double km(StationKey key) {
    StationObservation o = snapshot.find(key).orElseThrow();
    Double km =
        Distance.km(LYON.latitude(), LYON.longitude(), o.place().latitude(), o.place().longitude());
    return km == null ? Double.MAX_VALUE : km;
  }
}
