package org.dockline.poller.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.dockline.poller.simulator.world.City;
import org.dockline.poller.simulator.world.Condition;
import org.dockline.poller.simulator.world.SimulatedStation;
import org.dockline.poller.simulator.world.World;
import org.entur.gbfs.validation.GbfsValidator;
import org.entur.gbfs.validation.GbfsValidatorFactory;
import org.entur.gbfs.validation.model.FileValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The specification's own validator accepts every file, but for the one oddity that real feeds have
 * too: a station that has never reported says that it did so in 1970.
 */
class GbfsValidityTest {

  private static final Instant NOW = Instant.parse("2026-03-11T08:20:07Z");
  private static final World WORLD = World.of(1, World.DEFAULT_STATIONS);
  private static final GbfsValidator VALIDATOR = GbfsValidatorFactory.getGbfsJsonValidator();

  static Stream<City> cities() {
    return WORLD.cities().stream();
  }

  @ParameterizedTest
  @MethodSource("cities")
  void version2(City city) throws IOException {
    assertValid(city, "2.3", GbfsJson::v2);
  }

  @ParameterizedTest
  @MethodSource("cities")
  void version3(City city) throws IOException {
    assertValid(city, "3.0", GbfsJson::v3);
  }

  @Test
  void theValidatorBitesOnTheOddity() throws IOException {
    City city =
        cities()
            .filter(c -> WORLD.of(c).stream().anyMatch(this::neverReported))
            .findAny()
            .orElseThrow();
    List<ShownStation> never =
        WORLD.of(city).stream().filter(this::neverReported).map(GbfsValidityTest::shown).toList();

    assertThat(
            VALIDATOR
                .validateFile("station_status", stream(GbfsJson.v2(city, NOW).stationStatus(never)))
                .errors())
        .anyMatch(error -> error.message().contains("last_reported: 86400 is not"));
  }

  private boolean neverReported(SimulatedStation s) {
    return s.condition() == Condition.NEVER_REPORTED;
  }

  private static ShownStation shown(SimulatedStation s) {
    return new ShownStation(s.facts(), s.at(NOW), s.lastReported(NOW));
  }

  private static void assertValid(
      City city, String version, BiFunction<City, Instant, GbfsJson> gbfs) throws IOException {
    Map<String, FileValidationResult> results =
        VALIDATOR.validate(files(city, gbfs.apply(city, NOW))).files();

    for (String file :
        List.of(
            "gbfs",
            "system_information",
            "vehicle_types",
            "station_information",
            "station_status")) {
      FileValidationResult result = results.get(file);
      assertThat(result.exists()).as(file).isTrue();
      assertThat(result.version()).as(file).isEqualTo(version);
      assertThat(result.errors()).as(file).isEmpty();
      assertThat(result.validatorErrors()).as(file).isEmpty();
    }
  }

  private static Map<String, InputStream> files(City city, GbfsJson gbfs) throws IOException {
    List<ShownStation> stations =
        WORLD.of(city).stream()
            .filter(s -> s.condition() != Condition.NEVER_REPORTED)
            .map(GbfsValidityTest::shown)
            .toList();
    Map<String, InputStream> files = new HashMap<>();
    files.put("gbfs", stream(gbfs.discovery("http://127.0.0.1:8089/gbfs/")));
    files.put("system_information", stream(gbfs.systemInformation()));
    files.put("vehicle_types", stream(gbfs.vehicleTypes()));
    files.put("station_information", stream(gbfs.stationInformation(stations)));
    files.put("station_status", stream(gbfs.stationStatus(stations)));
    return files;
  }

  private static InputStream stream(JsonBody body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body.writeTo(out);
    return new ByteArrayInputStream(out.toByteArray());
  }
}
