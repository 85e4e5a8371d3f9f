package org.dockline.poller.jcdecaux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.dockline.poller.decode.AnswerText;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.decode.StationArray;
import org.dockline.poller.testing.Mutation;
import org.dockline.poller.testing.ObservationRules;
import org.dockline.station.wire.RejectionJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a provider may send: nothing is thrown, and nothing is accepted that must not be. */
class MapperFuzzTest {

  private static final int ROUNDS = Boolean.getBoolean("dockline.long") ? 500_000 : 4_000;
  private static final Instant POLL = Answers.POLL;

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void mutatedAnswersBecomeStationsAndRejections(int version) {
    StationMapper mapper = version == 1 ? StationMapper.V1 : StationMapper.V3;
    byte[] answer = answer(version == 1 ? Answers.V1 : Answers.V3);
    int accepted = 0;
    int rejected = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      byte[] mutated = Mutation.of(answer, new Random(seed));
      AnswerText body = AnswerText.of(ByteBuffer.wrap(mutated), StandardCharsets.UTF_8);
      if (StationArray.in(body) instanceof StationArray.Found found) {
        DecodedStations read = mapper.map(found, body.damaged(), POLL);
        read.stations().forEach(ObservationRules::check);
        read.rejections()
            .forEach(r -> assertThat(RejectionJson.decode(RejectionJson.encode(r))).contains(r));
        accepted += read.stations().size();
        rejected += read.rejections().size();
      }
    }
    // The mutations are mild enough that both happen often.
    assertThat(accepted).isGreaterThan(ROUNDS);
    assertThat(rejected).isGreaterThan(ROUNDS / 2);
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
