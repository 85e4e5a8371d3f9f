package org.dockline.poller.jcdecaux;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.dockline.poller.decode.AnswerText;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.decode.StationArray;
import org.dockline.station.Rejection;
import org.dockline.station.StationObservation;

/** Reads bodies as the feeds do, for tests. */
final class Answers {

  /** 20 s after the report of {@link #v1} and {@link #v3}. */
  static final Instant POLL = Instant.parse("2025-09-30T14:00:20Z");

  private Answers() {}

  /** The whole of a body that is an array. */
  static DecodedStations read(StationMapper mapper, String body, Instant polledAt) {
    StationArray array = StationArray.in(new AnswerText(body, false));
    assertThat(array).isInstanceOf(StationArray.Found.class);
    return mapper.map((StationArray.Found) array, false, polledAt, new KnownStations());
  }

  /** The only station of an array of one. */
  static StationObservation accepted(StationMapper mapper, String station) {
    DecodedStations answer = read(mapper, "[" + station + "]", POLL);
    assertThat(answer.rejections()).isEmpty();
    assertThat(answer.stations()).hasSize(1);
    return answer.stations().getFirst();
  }

  /** The only rejection of an array of one. */
  static Rejection rejected(StationMapper mapper, String station) {
    DecodedStations answer = read(mapper, "[" + station + "]", POLL);
    assertThat(answer.stations()).isEmpty();
    assertThat(answer.rejections()).hasSize(1);
    return answer.rejections().getFirst();
  }

  /** A good station, one of its fields replaced: {@code v1("\"name\":\"x\"", "\"name\":7")}. */
  static String v1(String part, String replacement) {
    return replaced(V1, part, replacement);
  }

  /** See {@link #v1}. */
  static String v3(String part, String replacement) {
    return replaced(V3, part, replacement);
  }

  private static String replaced(String station, String part, String replacement) {
    assertThat(station).contains(part);
    return station.replace(part, replacement);
  }

  static final String V1 =
      """
      {"number":7,"contract_name":"lyon","name":"7 - BELLECOUR","address":"Place Bellecour",\
      "position":{"lat":45.7578,"lng":4.832},"banking":true,"bonus":false,"bike_stands":20,\
      "available_bike_stands":12,"available_bikes":8,"status":"OPEN","last_update":1759240800000}""";

  static final String V3 =
      """
      {"number":7,"contractName":"lyon","name":"7 - BELLECOUR","address":"Place Bellecour",\
      "position":{"latitude":45.7578,"longitude":4.832},"banking":true,"bonus":false,\
      "status":"OPEN","lastUpdate":"2025-09-30T14:00:00Z","connected":true,"overflow":false,\
      "shape":null,"totalStands":{"availabilities":{"bikes":8,"stands":12,"mechanicalBikes":5,\
      "electricalBikes":3,"electricalInternalBatteryBikes":1},"capacity":20},\
      "mainStands":{"availabilities":{"bikes":8,"stands":12},"capacity":20},\
      "overflowStands":null}""";
}
