package org.dockline.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.dockline.station.StationObservation.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StationExclusionTest {

  private static final Contract LYON = ContractCatalogue.builtIn().find("lyon").orElseThrow();

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "45.76,4.84,none", // In the city.
        "46.60,4.84,none", // 93 km to the north.
        "46.70,4.84,GHOST", // 105 km.
        "0,0,GHOST",
        "36.69,137.21,GHOST",
        "none,4.84,none",
        "45.76,none,none"
      })
  void aStationFarFromItsCityIsAGhost(
      @Nullable Double latitude,
      @Nullable Double longitude,
      StationExclusion.@Nullable Reason reason) {
    Place place = new Place("x", null, latitude, longitude);
    assertThat(StationExclusion.find(new StationKey("lyon", "7"), place, LYON).orElse(null))
        .isEqualTo(reason);
  }

  @Test
  void theTestContractIsATestWhereverItStands() {
    Contract tests =
        ContractCatalogue.builtIn().find(ContractCatalogue.TEST_CONTRACT).orElseThrow();
    StationKey key = new StationKey(ContractCatalogue.TEST_CONTRACT, "1");
    assertThat(StationExclusion.find(key, new Place(null, null, null, null), tests))
        .contains(StationExclusion.Reason.TEST);
  }

  @Test
  void whereTheCityIsNotKnownNobodyIsAGhost() {
    Contract somewhere =
        new Contract("oslo", null, null, null, ZoneId.of("Europe/Oslo"), null, null);
    Place place = new Place("x", null, 0.0, 0.0);
    assertThat(StationExclusion.find(new StationKey("oslo", "1"), place, somewhere)).isEmpty();
  }
}
