package org.dockline.poller.gbfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import org.dockline.poller.decode.AnswerText;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.decode.Naming;
import org.dockline.poller.decode.StationDecoder;
import org.dockline.poller.testing.SharedData;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.StationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobilitydata.gbfs.v2_3.station_status.GBFSStationStatus;

/** GBFS files of real systems, and what another reader of GBFS finds in the same files. */
class GbfsRecordingsTest {

  private static final String FIXTURES = "gbfs-fixtures/";

  @Test
  void rouenHasTwoWholeFiles() throws IOException {
    DecodedStations answer =
        join(
            "gbfs2-rouen-2025-05/station_information.json",
            "gbfs2-rouen-2025-05/station_status.json",
            Instant.parse("2025-02-28T09:25:05Z"));
    assertThat(answer.rejections()).isEmpty();
    assertThat(answer.stations())
        .hasSize(122)
        .allMatch(o -> o.place().name() != null)
        .allMatch(o -> o.counts().bikes() != null)
        .allMatch(o -> String.valueOf(o.extra()).contains("\"station_area\":{"));
    assertSameCounts(answer, "gbfs2-rouen-2025-05/station_status.json");
  }

  @Test
  void wienHasAStatusFile() throws IOException {
    String file = "gbfs2.3-wien-2025-10/station_status_first.json";
    DecodedStations answer = join(null, file, Instant.parse("2025-10-15T15:13:30Z"));
    assertThat(answer.rejections()).isEmpty();
    assertThat(answer.stations())
        .hasSize(260)
        .allMatch(o -> o.feedUpdatedAt().equals(Instant.ofEpochSecond(1_760_541_204)));
    assertSameCounts(answer, file);
  }

  @ParameterizedTest
  @CsvSource({
    "entur-loader_helsinki_station_information.json,entur-loader_helsinki_station_status.json,0",
    "entur-loader_lillestrombysykkel_station_information.json,"
        + "entur-loader_lillestrombysykkel_station_status.json,0",
    "transport-site_station_information.2.2.json,transport-site_station_status.2.2.json,1",
    "transport-site_station_information.3.0.json,transport-site_station_status.3.0.json,0"
  })
  void smallFilesOfTwoProjects(String information, String status, int absurd) throws IOException {
    DecodedStations answer =
        join(FIXTURES + information, FIXTURES + status, Instant.parse("2023-07-17T11:40:00Z"));
    // One of them has a station with 999,999 free docks.
    assertThat(answer.rejections()).hasSize(absurd).allMatch(r -> "999999".equals(r.value()));
    long withStatus = count(FIXTURES + status) - absurd;
    assertThat(answer.stations())
        .filteredOn(o -> o.status() != StationStatus.UNKNOWN)
        .hasSize((int) withStatus)
        .allMatch(o -> o.counts().bikes() != null);
    assertThat(answer.stations()).hasSizeGreaterThanOrEqualTo((int) count(FIXTURES + information));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "entur-loader_helsinki_gbfs.json",
        "entur-loader_lillestrombysykkel_gbfs.json",
        "entur-loader_feedwith404feeds_gbfs.json",
        "entur-loader_v3_getaroundstavanger_gbfs.json",
        "entur-loader_v3_duplicatefeed_gbfs.json",
        "entur-loader_v3_incomplete_gbfs.json"
      })
  void discoveryWithoutStationFilesOverHttpIsRefused(String file) {
    assertThatThrownBy(() -> discovery(file))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("it (offers no station_information|holds no feeds).*");
  }

  @ParameterizedTest
  @CsvSource({"transport-site_gbfs.2.2.json,GBFS_2", "transport-site_gbfs.3.0.json,GBFS_3"})
  void discoveryOfBothVersions(String file, Source source) throws IOException {
    Discovery discovery = discovery(file);
    assertThat(discovery.version().source()).isEqualTo(source);
    assertThat(discovery.status().toString()).contains("station_status");
    assertThat(discovery.information().toString()).contains("station_information");
  }

  @ParameterizedTest
  @CsvSource({
    "entur-loader_helsinki_system_information.json,Europe/Helsinki",
    "entur-loader_lillestrombysykkel_system_information.json,Europe/Oslo",
    "entur-loader_v3_getaroundstavanger_system_information.json,Europe/Oslo"
  })
  void systemsSayWhereTheyAre(String file, String zone) throws IOException {
    SystemInformation system = SystemInformation.read(whole(file, GbfsDocumentReader.DATA));
    assertThat(system.zone()).contains(ZoneId.of(zone));
    assertThat(system.name()).isNotBlank();
  }

  /** Each with the number of kinds that another reader finds in it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "entur-loader_lillestrombysykkel_vehicle_types.json",
        "entur-loader_v3_getaroundstavanger_vehicle_types.json"
      })
  void kindsOfVehicles(String file) throws IOException {
    StationDecoder decoder =
        new StationDecoder(Instant.EPOCH, Source.GBFS_3, new Naming("city", "", ""));
    VehicleTypes types = VehicleTypes.read(whole(file, "vehicle_types"), decoder);
    assertThat(types.rejections()).isEmpty();
    assertThat(types.kinds())
        .hasSize(SharedData.json(FIXTURES + file).at("/data/vehicle_types").size())
        .isNotEmpty();
  }

  /** What is no file of stations is never read as one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "entur-loader_lillestrombysykkel_system_pricing_plans.json",
        "entur-loader_v3_getaroundstavanger_system_pricing_plans.json",
        "entur-loader_v3_getaroundstavanger_vehicle_status.json",
        "transport-site_free_bike_status.2.2.json",
        "transport-site_vehicle_status.3.0.json"
      })
  void filesAboutOtherThingsHoldNoStations(String file) {
    assertThatThrownBy(() -> whole(file, "stations"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("it holds no stations");
  }

  private static GbfsDocument whole(String file, String array) throws IOException {
    AnswerText text = new AnswerText(SharedData.text(FIXTURES + file), false);
    return GbfsDocumentReader.read(text, array, Instant.parse("2025-01-01T00:00:00Z"));
  }

  private static Discovery discovery(String file) throws IOException {
    Instant now = Instant.parse("2025-01-01T00:00:00Z");
    AnswerText text = new AnswerText(SharedData.text(FIXTURES + file), false);
    return Discovery.of(GbfsDocumentReader.read(text, "feeds", now));
  }

  /** The counts that the GBFS project's own model reads from the same file. */
  private static void assertSameCounts(DecodedStations answer, String file) throws IOException {
    GBFSStationStatus model =
        SharedData.JSON.readValue(SharedData.text(file), GBFSStationStatus.class);
    assertThat(answer.stations())
        .extracting(GbfsRecordingsTest::line)
        .containsExactlyElementsOf(
            model.getData().getStations().stream()
                .map(
                    s ->
                        s.getStationId()
                            + " "
                            + s.getNumBikesAvailable()
                            + " "
                            + s.getNumDocksAvailable()
                            + " "
                            + (s.getIsInstalled() && s.getIsRenting() && s.getIsReturning()))
                .toList());
  }

  private static String line(StationObservation o) {
    return o.key().stationId()
        + " "
        + o.counts().bikes()
        + " "
        + o.counts().docks()
        + " "
        + (o.status() == StationStatus.OPEN);
  }

  private static long count(String file) {
    return SharedData.json(file).at("/data/stations").size();
  }

  private static DecodedStations join(String information, String status, Instant polledAt)
      throws IOException {
    StationDecoder decoder =
        new StationDecoder(polledAt, Source.GBFS_2, new Naming("city", "", "station_id"));
    String places = information == null ? GbfsFiles.information2() : SharedData.text(information);
    return new StationJoin(
            decoder,
            "city",
            InformationFile.read(read(places, polledAt), decoder),
            VehicleTypes.NONE)
        .with(read(SharedData.text(status), polledAt));
  }

  private static GbfsDocument read(String text, Instant polledAt) throws IOException {
    return GbfsDocumentReader.read(new AnswerText(text, false), "stations", polledAt);
  }
}
