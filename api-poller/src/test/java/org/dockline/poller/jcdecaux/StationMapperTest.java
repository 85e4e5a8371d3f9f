package org.dockline.poller.jcdecaux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dockline.poller.jcdecaux.Answers.POLL;
import static org.dockline.poller.jcdecaux.Answers.accepted;
import static org.dockline.poller.jcdecaux.Answers.read;
import static org.dockline.poller.jcdecaux.Answers.rejected;
import static org.dockline.poller.jcdecaux.Answers.v1;
import static org.dockline.poller.jcdecaux.Answers.v3;

import java.time.Instant;
import org.dockline.poller.decode.DecodedStations;
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

class StationMapperTest {

  private static final Instant REPORT = Instant.parse("2025-09-30T14:00:00Z");
  private static final Place BELLECOUR =
      new Place("7 - BELLECOUR", "Place Bellecour", 45.7578, 4.832);

  @Test
  void readsEveryFieldOfV1() {
    assertThat(accepted(StationMapper.V1, Answers.V1))
        .isEqualTo(
            new StationObservation(
                new StationKey("lyon", "7"),
                BELLECOUR,
                new Counts(20, 8, 12, null, null, null, null),
                StationStatus.OPEN,
                new Flags(true, false, null, null),
                REPORT,
                null,
                POLL,
                Source.JCDECAUX_V1,
                null,
                true));
  }

  @Test
  void readsEveryFieldOfV3AndKeepsTheRestVerbatim() {
    assertThat(accepted(StationMapper.V3, Answers.V3))
        .isEqualTo(
            new StationObservation(
                new StationKey("lyon", "7"),
                BELLECOUR,
                new Counts(20, 8, 12, 5, 3, null, null),
                StationStatus.OPEN,
                new Flags(true, false, true, false),
                REPORT,
                null,
                POLL,
                Source.JCDECAUX_V3,
                "{\"mainStands\":{\"availabilities\":{\"bikes\":8,\"stands\":12},\"capacity\":20},"
                    + "\"overflowStands\":null,\"shape\":null,"
                    + "\"totalStands.availabilities.electricalInternalBatteryBikes\":1}",
                true));
  }

  @Test
  void keepsUnknownFieldsDigitByDigitWhateverTheirOrder() {
    String added = "\"z\":1.50e2,\"a\":[ 1, \"\\u00e9\" ],\"position\":{\"alt\":12.30,";
    assertThat(accepted(StationMapper.V1, v1("\"position\":{", added)).extra())
        .isEqualTo("{\"a\":[1,\"é\"],\"position.alt\":12.30,\"z\":1.50e2}");
  }

  @Test
  void foldsOldSpellingsOfContracts() {
    String old = v1("\"lyon\"", "\"Bruxelles-Capitale\"");
    assertThat(accepted(StationMapper.V1, old).key()).isEqualTo(new StationKey("bruxelles", "7"));
  }

  @Test
  void absentAndNullAreUnknownNotZero() {
    StationObservation o =
        accepted(
            StationMapper.V1,
            "{\"number\":7,\"contract_name\":\"lyon\",\"available_bikes\":null,"
                + "\"position\":null,\"last_update\":null}");
    assertThat(o.counts()).isEqualTo(Counts.NONE);
    assertThat(o.place()).isEqualTo(new Place(null, null, null, null));
    assertThat(o.flags()).isEqualTo(Flags.NONE);
    assertThat(o.status()).isEqualTo(StationStatus.UNKNOWN);
    assertThat(o.reportedAt()).isNull();
    assertThat(o.extra()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"OPEN,OPEN,", "CLOSED,CLOSED,", "DISABLED,CLOSED,kept", "BROKEN,UNKNOWN,kept"})
  void readsWordsOfStatusAndKeepsThoseThatSayMore(String word, StationStatus status, String kept) {
    StationObservation o = accepted(StationMapper.V1, v1("\"OPEN\"", "\"" + word + "\""));
    assertThat(o.status()).isEqualTo(status);
    assertThat(o.extra()).isEqualTo(kept == null ? null : "{\"status\":\"" + word + "\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "1759240800,'seconds where milliseconds belong: 1970'",
    "86400000,1970",
    "-9223372036854775808,huge and negative",
    "99999999999999999999999,beyond every number",
    "1859240800000,far ahead"
  })
  void impossibleTimesAreAbsentAndTheirTextIsKept(String time, String what) {
    DecodedStations answer = read(StationMapper.V1, "[" + v1("1759240800000", time) + "]", POLL);
    assertThat(answer.impossibleTimes()).as(what).isEqualTo(1);
    assertThat(answer.stations().getFirst().reportedAt()).isNull();
    assertThat(answer.stations().getFirst().extra()).isEqualTo("{\"last_update\":" + time + "}");
  }

  @Test
  void impossibleTimesOfV3AreAbsentToo() {
    StationObservation o =
        accepted(StationMapper.V3, v3("2025-09-30T14:00:00Z", "1970-01-02T00:00:00Z"));
    assertThat(o.reportedAt()).isNull();
    assertThat(o.extra()).contains("\"lastUpdate\":\"1970-01-02T00:00:00Z\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"number\":7 | \"number\":\"7\" | number | \"7\" | must be a whole number",
        "\"number\":7 | \"number\":-7 | number | -7 | must not be negative",
        "\"number\":7 | \"number\":null | number | absent | is required",
        "\"lyon\" | null | contract_name | absent | is required",
        "\"lyon\" | \" \" | contract_name | ' ' | must not be blank nor hold '/'",
        "\"lyon\" | \"a/b\" | contract_name | a/b | must not be blank nor hold '/'",
        "\"available_bikes\":8 | \"available_bikes\":-1 | available_bikes | -1 | must not be negative",
        "\"available_bikes\":8 | \"available_bikes\":8.5 | available_bikes | 8.5 | must be a whole number",
        "\"available_bikes\":8 | \"available_bikes\":2147483647 | available_bikes | 2147483647 | must be at most 100000",
        "\"available_bikes\":8 | \"available_bikes\":{\"a\":1} | available_bikes | {\"a\":1} | must be a whole number",
        "\"lat\":45.7578 | \"lat\":91 | position.lat | 91 | must lie in -90..90",
        "\"lat\":45.7578 | \"lat\":1e400 | position.lat | 1e400 | must lie in -90..90",
        "\"lng\":4.832 | \"lng\":\"4,8\" | position.lng | \"4,8\" | must be a number",
        "{\"lat\":45.7578,\"lng\":4.832} | [4.8] | position | [4.8] | must be an object",
        "\"banking\":true | \"banking\":2 | banking | 2 | 'must be true, false, 1 or 0'",
        "\"banking\":true | \"banking\":\"yes\" | banking | \"yes\" | 'must be true, false, 1 or 0'",
        "\"7 - BELLECOUR\" | 5 | name | 5 | must be a text",
        "\"7 - BELLECOUR\" | \"\\ud800\" | name | U+D800 | must not hold half a character",
        "1759240800000 | \"31/07/2013 11:35\" | last_update | \"31/07/2013 11:35\" | must be a number of milliseconds",
      })
  void rejectsWithFieldValueAndReason(
      String part, String replacement, String field, String value, String reason) {
    String raw = v1(part, replacement);
    Rejection r = rejected(StationMapper.V1, raw);
    assertThat(r.field()).isEqualTo(field);
    assertThat(r.value()).isEqualTo(value);
    assertThat(r.reason()).isEqualTo(reason);
    assertThat(r.raw()).isEqualTo(raw);
    assertThat(r.polledAt()).isEqualTo(POLL);
  }

  @Test
  void aRejectionTellsItsStationEvenWhenTheFaultComesFirst() {
    Rejection r =
        rejected(
            StationMapper.V3,
            "{\"status\":5,\"shape\":{\"number\":1},\"contractName\":\"Dublin\",\"number\":42}");
    assertThat(r.contract()).isEqualTo("dublin");
    assertThat(r.stationId()).isEqualTo("42");
  }

  @Test
  void v3TimesMustBeTimes() {
    Rejection r = rejected(StationMapper.V3, v3("2025-09-30T14:00:00Z", "yesterday"));
    assertThat(r.field()).isEqualTo("lastUpdate");
    assertThat(r.reason()).startsWith("must be a time such as");
  }

  @Test
  void aFieldThatComesTwiceIsNoStation() {
    Rejection r = rejected(StationMapper.V1, v1("\"bonus\"", "\"banking\":false,\"bonus\""));
    assertThat(r.reason()).startsWith("not readable: Duplicate field 'banking'");
  }

  @Test
  void oneBadStationHarmsNoOther() {
    DecodedStations answer =
        read(
            StationMapper.V1,
            "["
                + String.join(
                    ",",
                    v1("\"number\":7", "\"number\":1"),
                    "null",
                    v1("\"number\":7", "\"number\":007"),
                    v1("\"number\":7", "\"number\":NaN"),
                    v1("\"status\":\"OPEN\"", "\"status\":\"a\tb\\q\""),
                    "[]",
                    "\"x\"",
                    v1("\"number\":7", "\"number\":2"))
                + "]",
            POLL);
    assertThat(answer.stations()).extracting(o -> o.key().stationId()).containsExactly("1", "2");
    assertThat(answer.rejections()).hasSize(6);
    assertThat(answer.cut()).isNull();
  }

  @Test
  void aCutAnswerGivesItsWholeStationsAndOneRejection() {
    String first = v1("\"number\":7", "\"number\":1");
    DecodedStations answer =
        read(StationMapper.V1, "[" + first + "," + Answers.V1.substring(0, 100), POLL);
    assertThat(answer.stations()).extracting(o -> o.key().stationId()).containsExactly("1");
    assertThat(answer.cut()).isNotNull();
    assertThat(answer.rejections()).hasSize(1);
    assertThat(answer.rejections().getFirst().raw()).isEqualTo("," + Answers.V1.substring(0, 100));
  }

  @Test
  void everyCutOfAnAnswerKeepsWhatIsWhole() {
    String body = "[" + v1("\"number\":7", "\"number\":1") + ", " + Answers.V1 + "]";
    for (int end = 1; end < body.length(); end++) {
      DecodedStations answer = read(StationMapper.V1, body.substring(0, end), POLL);
      int whole = end > body.lastIndexOf('}') ? 2 : end > body.indexOf("}, ") ? 1 : 0;
      assertThat(answer.stations()).as("cut at " + end).hasSize(whole);
      assertThat(answer.cut()).as("cut at " + end).isNotNull();
    }
  }

  @Test
  void textAfterTheEndIsToldAndHarmsNothing() {
    DecodedStations answer = read(StationMapper.V1, "[" + Answers.V1 + "]<html>", POLL);
    assertThat(answer.stations()).hasSize(1);
    assertThat(answer.cut()).isNull();
    assertThat(answer.rejections()).extracting(Rejection::raw).containsExactly("<html>");
  }

  @Test
  void flagsMayBecomeNumbers() {
    StationObservation o = accepted(StationMapper.V1, v1("\"bonus\":false", "\"bonus\":1"));
    assertThat(o.flags().bonus()).isTrue();
  }

  @Test
  void whatIsTooLargeToSendIsRejected() {
    Rejection r =
        rejected(StationMapper.V1, v1("\"Place Bellecour\"", "\"" + "x".repeat(300_000) + "\""));
    assertThat(r.reason()).contains("longer than 262144 characters");
    assertThat(r.raw()).hasSize(Rejection.RAW_LIMIT);
    assertThat(r.stationId()).isEqualTo("7");
  }
}
