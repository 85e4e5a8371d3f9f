package org.dockline.poller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.dockline.station.Contract;
import org.dockline.station.ContractCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneCountryTest {

  /** Every city of the table is in the country that its zone says. */
  @Test
  void agreesWithTheTable() {
    for (Contract c : ContractCatalogue.builtIn().listAll()) {
      assertThat(ZoneCountry.find(c.zone()).orElse(null)).as(c.name()).isEqualTo(c.countryCode());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Oslo, NO, Norway",
    "Europe/Luxembourg, LU, Luxembourg",
    "Asia/Tokyo, JP, Japan",
    "America/Argentina/Buenos_Aires, AR, Argentina",
    "America/Indiana/Indianapolis, US, United States",
    "Asia/Calcutta, IN, India",
    "Asia/Kolkata, IN, India",
    "Europe/Kyiv, UA, Ukraine",
    "Atlantic/Reykjavik, IS, Iceland",
  })
  void citiesAllOverTheWorld(String zone, String code, String name) {
    assertThat(ZoneCountry.find(ZoneId.of(zone))).contains(code);
    assertThat(Contract.countryName(code)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Etc/GMT+3", "Etc/UTC", "UTC", "GMT", "CET", "UTC+02:00"})
  void noCountryIsNoGuess(String zone) {
    assertThat(ZoneCountry.find(ZoneId.of(zone))).isEmpty();
  }

  @Test
  void anOffsetIsNoCountry() {
    assertThat(ZoneCountry.find(ZoneOffset.ofHours(2))).isEmpty();
  }
}
