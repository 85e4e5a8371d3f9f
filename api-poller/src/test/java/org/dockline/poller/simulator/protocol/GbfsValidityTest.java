package org.dockline.poller.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.dockline.poller.simulator.world.City;
import org.dockline.poller.simulator.world.World;
import org.entur.gbfs.validation.GbfsValidator;
import org.entur.gbfs.validation.GbfsValidatorFactory;
import org.entur.gbfs.validation.model.FileValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The specification's own validator accepts every file, and would not accept any file. */
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
  void theValidatorBites() {
    byte[] wrong =
        "{\"last_updated\":1,\"ttl\":1,\"version\":\"2.3\",\"data\":{\"stations\":[{\"station_id\":1}]}}"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(VALIDATOR.validateFile("station_status", new ByteArrayInputStream(wrong)).errors())
        .isNotEmpty();
  }

  private static void assertValid(
      City city, String version, BiFunction<City, Instant, GbfsJson> gbfs) throws IOException {
    Map<String, FileValidationResult> results =
        VALIDATOR.validate(files(city, gbfs.apply(city, NOW))).files();

    for (String file : List.of("gbfs", "system_information", "vehicle_types",
        "station_information", "station_status")) {
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
            .map(s -> new ShownStation(s.facts(), s.at(NOW), s.lastReported(NOW)))
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
