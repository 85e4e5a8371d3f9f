package org.dockline.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractCatalogueTest {

  private static final Contract OSLO =
      new Contract("oslo", "Bysykkel", null, null, ZoneId.of("Europe/Oslo"), 59.9, 10.7);

  @ParameterizedTest
  @CsvSource({
    "Dublin,dublin",
    "DUBLIN,dublin",
    "Besancon,besancon",
    "Bruxelles-Capitale,bruxelles",
    "bruxelles-capitale,bruxelles",
    "Cergy-Pontoise,cergy",
    "cergy-pontoise,cergy",
    "' Lyon ',lyon",
    "Goteborg,goteborg",
    "lyon,lyon"
  })
  void everySpellingFoldsToTodaysName(String spelling, String today) {
    assertThat(ContractCatalogue.canonicalName(spelling)).isEqualTo(today);
    assertThat(ContractCatalogue.canonicalName(today)).isEqualTo(today);
    assertThat(ContractCatalogue.builtIn().find(today)).isPresent();
  }

  @Test
  void namesFoldAlikeWhateverTheLanguageOfTheMachine() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.of("tr"));
    try {
      assertThat(ContractCatalogue.canonicalName("LILLESTROM")).isEqualTo("lillestrom");
    } finally {
      Locale.setDefault(before);
    }
  }

  /** The provider's own list is blank or wrong for the first four. */
  @ParameterizedTest
  @CsvSource({
    "valence,ES,Spain,Europe/Madrid",
    "seville,ES,Spain,Europe/Madrid",
    "besancon,FR,France,Europe/Paris",
    "maribor,SI,Slovenia,Europe/Ljubljana",
    "toyama,JP,Japan,Asia/Tokyo",
    "dublin,IE,Ireland,Europe/Dublin",
    "lillestrom,NO,Norway,Europe/Oslo"
  })
  void countriesAndZonesAreRight(String name, String code, String country, String zone) {
    Contract contract = ContractCatalogue.builtIn().find(name).orElseThrow();
    assertThat(contract.countryCode()).isEqualTo(code);
    assertThat(contract.country()).isEqualTo(country);
    assertThat(contract.zone()).isEqualTo(ZoneId.of(zone));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "namur",
        "bruxelles",
        "seville",
        "valence",
        "nantes",
        "amiens",
        "lyon",
        "cergy",
        "besancon",
        "nancy",
        "toulouse",
        "dublin",
        "toyama",
        "vilnius",
        "luxembourg",
        "lillestrom",
        "lund",
        "ljubljana",
        "maribor"
      })
  void everyContractThatGoesOnIsKnownWithItsPlace(String name) {
    Contract contract = ContractCatalogue.builtIn().find(name).orElseThrow();
    assertThat(contract.countryCode()).hasSize(2);
    assertThat(Objects.requireNonNull(contract.latitude())).isBetween(36.0, 61.0);
    assertThat(contract.longitude()).isNotNull();
  }

  @Test
  void aContractThatNobodyKnowsHasNoZone() {
    assertThat(ContractCatalogue.builtIn().find("oslo")).isEmpty();
  }

  @Test
  void whatWasFoundOutFillsTheGapsOnly() {
    Contract wrongLyon =
        new Contract("lyon", null, null, null, ZoneId.of("Asia/Tokyo"), null, null);
    ContractCatalogue all = ContractCatalogue.builtIn().and(List.of(OSLO, wrongLyon));
    assertThat(all.find("oslo")).contains(OSLO);
    assertThat(all.find("lyon")).isEqualTo(ContractCatalogue.builtIn().find("lyon"));
  }

  @Test
  void theOperatorsWordCountsMostAndTheLastFindingCounts() {
    ZoneId set = ZoneId.of("Europe/Berlin");
    ContractCatalogue all = ContractCatalogue.with(Map.of("oslo", set)).and(List.of(OSLO));
    assertThat(all.find("oslo").orElseThrow().zone()).isEqualTo(set);
    Contract moved = new Contract("oslo", null, null, null, set, null, null);
    assertThat(ContractCatalogue.builtIn().and(List.of(OSLO, moved)).find("oslo")).contains(moved);
  }
}
