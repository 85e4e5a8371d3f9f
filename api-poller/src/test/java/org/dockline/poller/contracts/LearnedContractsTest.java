package org.dockline.poller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dockline.station.Contract;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LearnedContractsTest {

  private static final Instant NOW = Instant.parse("2025-09-30T14:00:00Z");
  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  private final List<Centre> asked = new ArrayList<>();
  private Optional<ZoneId> onTheMap = Optional.of(OSLO);
  private final LearnedContracts learned =
      new LearnedContracts(ContractCatalogue.builtIn(), this::find, Runnable::run);

  @Test
  void whereTheStationsStandDecides() {
    learned.saw(city("oslo", 59.9, 10.7), new Declared("Bysykkel", null), NOW);
    assertThat(learned.of("oslo"))
        .containsExactly(new Contract("oslo", "Bysykkel", "NO", "Norway", OSLO, 59.9, 10.7));
    assertThat(learned.of("*")).isEqualTo(learned.of("oslo"));
    assertThat(learned.of("wien")).isEmpty();
  }

  @Test
  void ghostsDoNotMoveACity() {
    List<StationObservation> stations = new ArrayList<>(city("oslo", 59.9, 10.7));
    stations.add(station("oslo/98", 0.0, 0.0));
    stations.add(station("oslo/99", -33.0, 151.0));
    stations.add(station("oslo/97", null, null));
    learned.saw(stations, Declared.NOTHING, NOW);
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst().latitude()).isBetween(59.88, 59.92);
    assertThat(asked.getFirst().longitude()).isBetween(10.68, 10.72);
  }

  @Test
  void whatTheSystemSaysServesWhereTheMapHasNoAnswer() {
    onTheMap = Optional.empty();
    learned.saw(city("oslo", 59.9, 10.7), new Declared(null, OSLO), NOW);
    assertThat(learned.of("oslo")).extracting(Contract::zone).containsExactly(OSLO);
    learned.saw(List.of(station("wien/1", null, null)), new Declared(null, OSLO), NOW);
    assertThat(learned.of("wien")).hasSize(1);
    assertThat(asked).hasSize(1);
  }

  @Test
  void aZoneOfNoCountryLeavesTheCountryOut() {
    onTheMap = Optional.empty();
    learned.saw(city("atoll", 0.5, -30), new Declared(null, ZoneId.of("Etc/GMT+2")), NOW);
    assertThat(learned.of("atoll").getFirst().countryCode()).isNull();
    assertThat(learned.of("atoll").getFirst().country()).isNull();
  }

  @Test
  void theMapIsBelievedAgainstTheSystem() {
    Declared wrong = new Declared(null, ZoneId.of("Asia/Tokyo"));
    learned.saw(city("oslo", 59.9, 10.7), wrong, NOW);
    assertThat(learned.of("oslo")).extracting(Contract::zone).containsExactly(OSLO);
  }

  @Test
  void withoutEitherThereIsNoZoneAndItIsTriedAgainLater() {
    onTheMap = Optional.empty();
    learned.saw(city("oslo", 59.9, 10.7), Declared.NOTHING, NOW);
    assertThat(learned.of("*")).isEmpty();
    onTheMap = Optional.of(OSLO);
    learned.saw(city("oslo", 59.9, 10.7), Declared.NOTHING, NOW.plusSeconds(10));
    assertThat(learned.of("*")).isEmpty();
    learned.saw(city("oslo", 59.9, 10.7), Declared.NOTHING, NOW.plus(Duration.ofHours(1)));
    assertThat(learned.of("*")).hasSize(1);
  }

  @Test
  void aMapThatCanNotBeReadIsNoEndOfThePoller() {
    LearnedContracts broken =
        new LearnedContracts(
            ContractCatalogue.builtIn(),
            (lat, lon) -> {
              throw new IOException("no map");
            },
            Runnable::run);
    broken.saw(city("oslo", 59.9, 10.7), new Declared(null, OSLO), NOW);
    assertThat(broken.of("oslo")).hasSize(1);
  }

  @Test
  void contractsThatAreKnownAreNotAskedAbout() {
    learned.saw(city("lyon", 45.7, 4.8), Declared.NOTHING, NOW);
    learned.saw(city("oslo", 59.9, 10.7), Declared.NOTHING, NOW);
    learned.saw(city("oslo", 59.9, 10.7), Declared.NOTHING, NOW.plus(Duration.ofDays(1)));
    assertThat(asked).hasSize(1);
    assertThat(learned.of("lyon")).isEmpty();
  }

  private Optional<ZoneId> find(double latitude, double longitude) {
    asked.add(new Centre(latitude, longitude));
    return onTheMap;
  }

  private static List<StationObservation> city(String contract, double lat, double lon) {
    List<StationObservation> stations = new ArrayList<>();
    for (int i = -2; i <= 2; i++) {
      stations.add(station(contract + "/" + (i + 5), lat + i * 0.01, lon - i * 0.01));
    }
    return stations;
  }

  private static StationObservation station(
      String key, @Nullable Double latitude, @Nullable Double longitude) {
    return ObservationBuilder.polledAt(NOW).station(key).standing(latitude, longitude).build();
  }
}
