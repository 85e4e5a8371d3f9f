package org.dockline.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.dockline.station.Availability.Known;
import org.dockline.station.Availability.Reason;
import org.dockline.station.Availability.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandTest {

  @ParameterizedTest
  @CsvSource({
    "0, 20, EMPTY",
    "20, 0, FULL",
    "2, 18, FEW_BIKES",
    "3, 17, FEW_BIKES",
    "4, 16, BALANCED",
    "10, 10, BALANCED",
    "17, 3, FEW_DOCKS",
    "16, 4, BALANCED",
    "1, 1, FEW_BIKES",
    "0, , EMPTY",
    "2, , FEW_BIKES",
    "9, , BALANCED"
  })
  void stepsOfTheScale(int bikes, Integer docks, Band band) {
    assertThat(Band.of(new Known(bikes, docks))).isEqualTo(band);
  }

  @Test
  void closedIsNotUnknown() {
    assertThat(Band.of(new Unknown(Reason.CLOSED))).isEqualTo(Band.CLOSED);
    assertThat(Band.of(new Unknown(Reason.STATION_SILENT))).isEqualTo(Band.UNKNOWN);
  }
}
