package org.dockline.poller.jcdecaux;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dockline.poller.decode.AnswerText;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.decode.StationArray;
import org.dockline.poller.testing.Mutation;
import org.dockline.poller.testing.ObservationRules;
import org.dockline.poller.testing.SharedData;
import org.dockline.station.wire.RejectionJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a provider may send: nothing is thrown, and nothing is accepted that must not be. */
class MapperFuzzTest {

  private static final int ROUNDS = Boolean.getBoolean("dockline.long") ? 500_000 : 4_000;
  private static final int RECORDED_ROUNDS = ROUNDS / 4;
  private static final Instant POLL = Answers.POLL;

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void mutatedAnswersBecomeStationsAndRejections(int version) {
    StationMapper mapper = version == 1 ? StationMapper.V1 : StationMapper.V3;
    byte[] answer = answer(version == 1 ? Answers.V1 : Answers.V3);
    int accepted = 0;
    int rejected = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      DecodedStations read = read(mapper, Mutation.of(answer, new Random(seed)));
      accepted += read.stations().size();
      rejected += read.rejections().size();
    }
    // The mutations are mild enough that both happen often.
    assertThat(accepted).isGreaterThan(ROUNDS);
    assertThat(rejected).isGreaterThan(ROUNDS / 2);
  }

  /** The same with stations as they were recorded: other shapes of text, blanks, odd counts. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void mutatedRecordingsBecomeStationsAndRejections(int version) {
    List<JsonNode> stations = new ArrayList<>();
    JsonNode recorded =
        version == 1
            ? SharedData.polls("jcd-v1-toulouse-2025-09").getFirst().get("stations")
            : SharedData.json("jcd-v3-dublin-2025-02-08/stations_v3.json");
    recorded.forEach(stations::add);
    StationMapper mapper = version == 1 ? StationMapper.V1 : StationMapper.V3;
    int accepted = 0;
    for (int seed = 0; seed < RECORDED_ROUNDS; seed++) {
      Random random = new Random(seed);
      int from = random.nextInt(stations.size() - 5);
      byte[] answer = stations.subList(from, from + 5).toString().getBytes(StandardCharsets.UTF_8);
      accepted += read(mapper, Mutation.of(answer, random)).stations().size();
    }
    assertThat(accepted).isGreaterThan(RECORDED_ROUNDS);
  }

  private static DecodedStations read(StationMapper mapper, byte[] mutated) {
    AnswerText body = AnswerText.of(ByteBuffer.wrap(mutated), StandardCharsets.UTF_8);
    if (!(StationArray.in(body) instanceof StationArray.Found found)) {
      return new DecodedStations(List.of(), List.of(), null, 0);
    }
    DecodedStations read = mapper.map(found, body.damaged(), POLL, new KnownStations());
    read.stations().forEach(ObservationRules::check);
    read.rejections()
        .forEach(r -> assertThat(RejectionJson.decode(RejectionJson.encode(r))).contains(r));
    return read;
  }

  private static byte[] answer(String station) {
    StringBuilder body = new StringBuilder("[");
    for (int number = 1; number <= 5; number++) {
      body.append(number == 1 ? "" : ",")
          .append(station.replace("\"number\":7", "\"number\":" + number));
    }
    return body.append("]").toString().getBytes(StandardCharsets.UTF_8);
  }
}
