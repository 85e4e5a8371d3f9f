package org.dockline.poller.gbfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dockline.poller.decode.AnswerText;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.decode.Naming;
import org.dockline.poller.decode.StationDecoder;
import org.dockline.station.Availability;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Counts;
import org.dockline.station.StationObservation.Flags;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.StationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StationJoinTest {

  private static final Instant POLL = Instant.parse("2025-09-30T14:00:20Z");
  private static final Instant UPDATED = Instant.parse("2025-09-30T14:00:00Z");
  private static final Instant REPORT = Instant.parse("2025-09-30T13:59:50Z");
  private static final VehicleTypes TYPES =
      new VehicleTypes(
          Map.of(
              "bike", VehicleKind.MECHANICAL_BIKE,
              "ebike", VehicleKind.ELECTRICAL_BIKE,
              "car", VehicleKind.OTHER),
          List.of());

  @Test
  void joinsTheTwoFilesOf2() {
    assertThat(accepted(Source.GBFS_2, GbfsFiles.INFORMATION_7, GbfsFiles.STATUS_7))
        .isEqualTo(
            new StationObservation(
                new StationKey("lyon", "7"),
                new Place("7 - BELLECOUR", "Place Bellecour", 45.7578, 4.832),
                new Counts(20, 8, 11, null, null, 1, 0),
                StationStatus.OPEN,
                Flags.NONE,
                REPORT,
                UPDATED,
                POLL,
                Source.GBFS_2,
                "{\"is_virtual_station\":false,\"kiosk\":\"yes\"}",
                true));
  }

  @Test
  void joinsTheTwoFilesOf3() {
    StationObservation o =
        accepted(Source.GBFS_3, GbfsFiles.INFORMATION_7_OF_3, GbfsFiles.STATUS_7_OF_3);
    assertThat(o.place().name()).isEqualTo("BELLECOUR");
    assertThat(o.counts()).isEqualTo(new Counts(20, 8, 11, 5, 3, 1, null));
    assertThat(o.status()).isEqualTo(StationStatus.OPEN);
    assertThat(o.reportedAt()).isEqualTo(REPORT);
    assertThat(o.source()).isEqualTo(Source.GBFS_3);
    assertThat(o.extra())
        .contains("\"name\":[{\"text\":\"BELLECOUR\",")
        .contains("\"vehicle_types_available\":[{");
  }

  @Test
  void theSameStationIsTheSameWhateverTheProtocol() {
    assertThat(accepted(Source.GBFS_2, "", GbfsFiles.STATUS_7.replace("\"7\"", "7")).key())
        .isEqualTo(new StationKey("lyon", "7"));
  }

  @ParameterizedTest
  @CsvSource({
    "1,1,1,OPEN",
    "true,true,true,OPEN",
    "1,0,1,CLOSED",
    "false,true,true,CLOSED",
    "1,1,false,CLOSED",
    "1,null,1,UNKNOWN",
    "0,null,1,CLOSED"
  })
  void isOpenWhenInstalledRentingAndReturning(
      String installed, String renting, String returning, StationStatus status) {
    String raw =
        "{\"station_id\":\"7\",\"is_installed\":%s,\"is_renting\":%s,\"is_returning\":%s}"
            .formatted(installed, renting, returning);
    assertThat(accepted(Source.GBFS_2, "", raw).status()).isEqualTo(status);
  }

  @Test
  void kindsOfBikesAreUnknownAsSoonAsOneTypeIs() {
    String unknown = GbfsFiles.STATUS_7_OF_3.replace("\"ebike\"", "\"moped\"");
    Counts counts = accepted(Source.GBFS_3, "", unknown).counts();
    assertThat(counts.mechanicalBikes()).isNull();
    assertThat(counts.electricalBikes()).isNull();
    assertThat(counts.bikes()).isEqualTo(8);
  }

  @Test
  void whatIsNoBikeIsNoKindOfBike() {
    String car = GbfsFiles.STATUS_7_OF_3.replace("\"ebike\"", "\"car\"");
    Counts counts = accepted(Source.GBFS_3, "", car).counts();
    assertThat(counts.mechanicalBikes()).isEqualTo(5);
    assertThat(counts.electricalBikes()).isZero();
  }

  @Test
  void aFileThatCountsTwiceAndDifferentlyKeepsBoth() {
    String both = GbfsFiles.STATUS_7.replace("\"kiosk\":\"yes\"", "\"num_vehicles_available\":9");
    StationObservation o = accepted(Source.GBFS_2, "", both);
    assertThat(o.counts().bikes()).isEqualTo(8);
    assertThat(o.extra()).isEqualTo("{\"num_vehicles_available\":9}");
  }

  @ParameterizedTest
  @CsvSource({"86400", "-62135596800", "-99999999999999999999", "1999999999"})
  void impossibleTimesAreAbsentAndTheirTextIsKept(String time) {
    DecodedStations answer =
        join(Source.GBFS_2, "", GbfsFiles.STATUS_7.replace("1759240790", time));
    assertThat(answer.impossibleTimes()).isEqualTo(1);
    assertThat(answer.stations().getFirst().reportedAt()).isNull();
    assertThat(answer.stations().getFirst().extra()).contains("\"last_reported\":" + time);
  }

  @Test
  void aStationWithoutInformationHasCountsAndNoPlace() {
    StationObservation o = accepted(Source.GBFS_2, "", GbfsFiles.STATUS_7);
    assertThat(o.place()).isEqualTo(new Place(null, null, null, null));
    assertThat(o.counts().bikes()).isEqualTo(8);
    assertThat(Availability.of(o)).isEqualTo(new Availability.Known(8, 11));
  }

  @Test
  void aStationWithoutStatusIsThereAndUnknown() {
    StationObservation o = accepted(Source.GBFS_2, GbfsFiles.INFORMATION_7, "");
    assertThat(o.place().name()).isEqualTo("7 - BELLECOUR");
    assertThat(o.counts()).isEqualTo(new Counts(20, null, null, null, null, null, null));
    assertThat(Availability.of(o))
        .isEqualTo(new Availability.Unknown(Availability.Reason.STATUS_UNKNOWN));
  }

  @Test
  void badInformationRejectsTheStationAndNotItsPlaceAlone() {
    DecodedStations answer =
        join(
            Source.GBFS_2,
            GbfsFiles.INFORMATION_7.replace("45.7578", "95"),
            GbfsFiles.STATUS_7 + "," + GbfsFiles.STATUS_7.replace("\"7\"", "\"8\""));
    assertThat(answer.stations()).extracting(o -> o.key().stationId()).containsExactly("8");
    assertThat(answer.rejections())
        .hasSize(2)
        .allMatch(r -> "7".equals(r.stationId()))
        .allMatch(r -> "lyon".equals(r.contract()));
    assertThat(answer.rejections()).extracting(Rejection::field).contains("lat");
  }

  @Test
  void aBadStatusRejectsItsStationAlone() {
    DecodedStations answer =
        join(
            Source.GBFS_2,
            GbfsFiles.INFORMATION_7 + "," + GbfsFiles.INFORMATION_7.replace("\"7\"", "\"8\""),
            GbfsFiles.STATUS_7.replace(":8,", ":-8,")
                + ","
                + GbfsFiles.STATUS_7.replace("\"7\"", "\"8\""));
    assertThat(answer.stations()).extracting(o -> o.key().stationId()).containsExactly("8");
    Rejection r = answer.rejections().getFirst();
    assertThat(r.field()).isEqualTo("num_bikes_available");
    assertThat(r.value()).isEqualTo("-8");
    assertThat(r.stationId()).isEqualTo("7");
  }

  @Test
  void aStatusThatDoesNotTellItsStationMayBeOfAnyThatHasNone() {
    DecodedStations answer =
        join(
            Source.GBFS_2,
            GbfsFiles.INFORMATION_7,
            GbfsFiles.STATUS_7.replace("\"station_id\":\"7\"", "\"station_id\":\" \""));
    assertThat(answer.stations()).isEmpty();
    assertThat(answer.rejections()).hasSize(1);
  }

  @Test
  void aCutStatusFileGivesItsWholeStations() throws IOException {
    String file = GbfsFiles.status2(GbfsFiles.STATUS_7, GbfsFiles.STATUS_7);
    DecodedStations answer = status(file.substring(0, file.length() - 40));
    assertThat(answer.stations()).hasSize(1);
    assertThat(answer.cut()).isNotNull();
    assertThat(answer.rejections()).hasSize(1);
  }

  @Test
  void aBadHeaderIsToldAndTheStationsAreUsed() throws IOException {
    DecodedStations answer =
        status(GbfsFiles.status2(GbfsFiles.STATUS_7).replace("1759240800", "\"noon\""));
    assertThat(answer.stations()).hasSize(1);
    assertThat(answer.stations().getFirst().feedUpdatedAt()).isNull();
    assertThat(answer.rejections().getFirst().reason()).startsWith("last_updated must be a time");
  }

  private static DecodedStations status(String file) throws IOException {
    StationDecoder decoder = decoder(Source.GBFS_2);
    InformationFile none = InformationFile.read(read(GbfsFiles.information2()), decoder);
    return new StationJoin(decoder, "lyon", none, VehicleTypes.NONE).with(read(file));
  }

  private static StationObservation accepted(Source source, String information, String status) {
    DecodedStations answer = join(source, information, status);
    assertThat(answer.rejections()).isEmpty();
    assertThat(answer.stations()).hasSize(1);
    return answer.stations().getFirst();
  }

  private static DecodedStations join(Source source, String information, String status) {
    StationDecoder decoder = decoder(source);
    try {
      InformationFile places =
          InformationFile.read(read(GbfsFiles.information2(information)), decoder);
      return new StationJoin(decoder, "lyon", places, TYPES).with(read(GbfsFiles.status2(status)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StationDecoder decoder(Source source) {
    return new StationDecoder(POLL, source, new Naming("lyon", "", "station_id"));
  }

  private static GbfsDocument read(String text) throws IOException {
    return Objects.requireNonNull(
        GbfsDocumentReader.read(new AnswerText(text, false), "stations", POLL));
  }
}
