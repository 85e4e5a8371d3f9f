package org.dockline.poller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Objects;
import org.dockline.station.Contract;
import org.dockline.station.ContractCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real map: each question reads all of it, so there are few. */
class TimeZoneMapTest {

  private final TimeZoneMap map = new TimeZoneMap();

  @ParameterizedTest
  @CsvSource({
    "59.913,10.752,Europe/Oslo",
    "40.713,-74.006,America/New_York",
    "-33.868,151.209,Australia/Sydney"
  })
  void citiesOfTheWorld(double latitude, double longitude, String zone) throws IOException {
    assertThat(map.find(latitude, longitude)).contains(ZoneId.of(zone));
  }

  /** Where the provider's own metadata is blank or wrong, and far from Europe. */
  @ParameterizedTest
  @ValueSource(strings = {"valence", "toyama"})
  void agreesWithTheTable(String contract) throws IOException {
    Contract known = ContractCatalogue.builtIn().find(contract).orElseThrow();
    assertThat(
            map.find(
                Objects.requireNonNull(known.latitude()),
                Objects.requireNonNull(known.longitude())))
        .contains(known.zone());
  }

  @Test
  void atSeaThereIsNoAnswer() throws IOException {
    assertThat(map.find(0, -30)).isEmpty();
  }
}
