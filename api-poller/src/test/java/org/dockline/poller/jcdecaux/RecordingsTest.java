package org.dockline.poller.jcdecaux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.polling.ChangeDetector;
import org.dockline.poller.polling.Changes;
import org.dockline.poller.polling.SendPolicy;
import org.dockline.poller.testing.SharedData;
import org.dockline.station.Availability;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.StationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole recordings of v1 and v3, read with the counts that their makers state. */
class RecordingsTest {

  private record Report(StationKey key, Instant reportedAt) {}

  @ParameterizedTest
  @CsvSource({
    "jcd-v1-toulouse-2025-09,toulouse,20,418,8360,3072",
    "jcd-v1-maribor-2024-03,maribor,533,29,15456,15331",
    "jcd-v1-besancon-2014-05,besancon,10,30,300,62",
    "jcd-v1-dublin-2016-03,dublin,14,101,1414,766"
  })
  void everyRecordOfEveryPollIsUnderstood(
      String folder, String contract, int polls, int stations, int records, int reports) {
    List<StationObservation> all = new ArrayList<>();
    List<JsonNode> recorded = SharedData.polls(folder);
    recorded.forEach(poll -> all.addAll(stations(poll)));
    assertThat(recorded).hasSize(polls);
    assertThat(all).hasSize(records);
    Set<StationKey> keys = new HashSet<>();
    Set<Report> distinct = new HashSet<>();
    all.forEach(o -> keys.add(o.key()));
    all.forEach(o -> distinct.add(new Report(o.key(), o.reportedAt())));
    assertThat(keys).hasSize(stations).allMatch(key -> key.contract().equals(contract));
    assertThat(distinct).hasSize(reports);
  }

  @Test
  void toulouseHasTheOdditiesThatItIsKnownFor() {
    List<StationObservation> all = new ArrayList<>();
    SharedData.polls("jcd-v1-toulouse-2025-09").forEach(poll -> all.addAll(stations(poll)));
    assertThat(all).filteredOn(RecordingsTest::belowCapacity).hasSize(5_127);
    assertThat(all)
        .filteredOn(
            o -> o.status() == StationStatus.OPEN && o.counts().bikes() + o.counts().docks() == 0)
        .hasSize(40)
        .allMatch(o -> Availability.of(o) instanceof Availability.Unknown);
    assertThat(all).filteredOn(o -> String.valueOf(o.place().address()).isBlank()).hasSize(160);
  }

  /**
   * 418 first sightings, 2,654 new reports; under an unchanged report one change of counts (168)
   * and two of a card terminal (158, there and back).
   */
  @Test
  void ofToulouseWhatChangedIsSentAndNothingElseButKeyFrames() {
    ChangeDetector detector = new ChangeDetector(SendPolicy.CHANGED);
    List<StationObservation> sent = new ArrayList<>();
    for (JsonNode poll : SharedData.polls("jcd-v1-toulouse-2025-09")) {
      Changes changes = detector.answered(polledAt(poll), stations(poll), List.of(), true);
      detector.delivered(changes);
      sent.addAll(changes.observations());
    }
    Set<Object> facts = new HashSet<>();
    sent.forEach(o -> facts.add(o.polledAgain(Instant.EPOCH, null)));
    assertThat(facts).hasSize(418 + 2_654 + 1 + 2);
    assertThat(sent).allMatch(StationObservation::present);
    // Those silent for 13 minutes and more are repeated once within the 19 of the recording.
    assertThat(sent.size() - facts.size()).isPositive().isLessThan(20);
  }

  @Test
  void mariborMissesOneStationInOnePoll() {
    List<Integer> sizes =
        SharedData.polls("jcd-v1-maribor-2024-03").stream().map(p -> stations(p).size()).toList();
    assertThat(sizes).filteredOn(size -> size == 28).hasSize(1);
    assertThat(sizes).filteredOn(size -> size == 29).hasSize(532);
  }

  @Test
  void aWholeV3AnswerOfDublin() {
    String body = SharedData.text("jcd-v3-dublin-2025-02-08/stations_v3.json");
    Instant polledAt = Instant.parse("2025-02-08T16:52:00Z");
    DecodedStations answer = Answers.read(StationMapper.V3, body, polledAt);
    assertThat(answer.rejections()).isEmpty();
    assertThat(answer.stations())
        .hasSize(114)
        .allMatch(o -> o.key().contract().equals("dublin"))
        .allMatch(o -> o.status() == StationStatus.OPEN)
        .allMatch(o -> Boolean.TRUE.equals(o.flags().connected()))
        .allMatch(o -> String.valueOf(o.extra()).contains("\"mainStands\":{"));
    assertThat(answer.stations()).filteredOn(RecordingsTest::belowCapacity).hasSize(3);
  }

  @Test
  void lundOf2015() {
    DecodedStations answer =
        Answers.read(
            StationMapper.V1,
            SharedData.text("jcd-v1-contracts-2015-12/stations_v1_lund.json"),
            Instant.parse("2015-12-28T09:43:00Z"));
    assertThat(answer.rejections()).isEmpty();
    assertThat(answer.stations()).hasSize(17).allMatch(o -> "".equals(o.place().address()));
  }

  @Test
  void theCassetteOfToulouse() {
    JsonNode cassette =
        SharedData.json("jcd-v1-toulouse-2020-12-cassette/cassette_station_status.json");
    DecodedStations answer =
        Answers.read(
            StationMapper.V1,
            cassette.at("/0/response/body").asText(),
            Instant.parse("2020-12-16T09:54:50Z"));
    assertThat(answer.rejections()).isEmpty();
    assertThat(answer.stations()).hasSize(287);
  }

  /** The provider's list of its contracts, in the spellings of its day. */
  @Test
  void everyContractOfTheList2015IsKnownUnderTodaysName() {
    JsonNode contracts = SharedData.json("jcd-v1-contracts-2015-12/contracts_v1.json");
    assertThat(contracts).hasSize(27);
    ContractCatalogue known = ContractCatalogue.builtIn();
    for (JsonNode c : contracts) {
      String name = ContractCatalogue.canonicalName(c.get("name").asText());
      assertThat(known.find(name)).as(name).isPresent();
      assertThat(known.find(name).orElseThrow().countryCode())
          .isEqualTo(c.get("country_code").asText());
    }
  }

  /** Nine years lie between the two, and the spelling has changed. */
  @Test
  void dublinKeepsItsStationsFromV1ToV3() {
    Map<StationKey, StationObservation> v1 = new HashMap<>();
    stations(SharedData.polls("jcd-v1-dublin-2016-03").getFirst()).forEach(o -> v1.put(o.key(), o));
    String body = SharedData.text("jcd-v3-dublin-2025-02-08/stations_v3.json");
    List<StationObservation> both =
        Answers.read(StationMapper.V3, body, Instant.parse("2025-02-08T16:52:00Z"))
            .stations()
            .stream()
            .filter(o -> v1.containsKey(o.key()))
            .toList();
    assertThat(both).hasSize(98);
    assertThat(both)
        .allSatisfy(
            o -> {
              Place then = v1.get(o.key()).place();
              assertThat(o.place().latitude()).isCloseTo(then.latitude(), within(0.001));
              assertThat(o.place().longitude()).isCloseTo(then.longitude(), within(0.001));
            });
  }

  private static boolean belowCapacity(StationObservation o) {
    Integer broken = o.counts().brokenDocks();
    return broken != null && broken > 0;
  }

  private static Instant polledAt(JsonNode poll) {
    return Instant.parse(poll.get("polled_at").asText());
  }

  private static List<StationObservation> stations(JsonNode poll) {
    DecodedStations answer =
        Answers.read(StationMapper.V1, poll.get("stations").toString(), polledAt(poll));
    assertThat(answer.rejections()).isEmpty();
    assertThat(answer.impossibleTimes()).isZero();
    assertThat(answer.cut()).isNull();
    return answer.stations();
  }
}
