package org.dockline.poller.jcdecaux;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dockline.poller.decode.AnswerText;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.decode.StationArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer is read the same, whatever was read before it. */
class KnownStationsTest {

  /** What may become of a station from one answer to the next; most often nothing. */
  private static final List<String> LAST_UPDATES =
      List.of("1759240800000", "1759240801000", "null", "0", "-5", "1759330800000", "\"x\"");

  private final Random random = new Random(11);
  private Instant polledAt = Instant.parse("2025-09-30T14:00:10Z");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void memoryChangesNothing(boolean clockGoesBack) {
    KnownStations memory = new KnownStations();
    int[] states = new int[12];
    for (int poll = 0; poll < 400; poll++) {
      states[random.nextInt(states.length)] = random.nextInt(LAST_UPDATES.size());
      String body = IntStream.of(states).mapToObj(this::station).collect(inAnArray());
      boolean damaged = random.nextInt(5) == 0;
      assertThat(read(body, damaged, memory)).isEqualTo(read(body, damaged, new KnownStations()));
      long step = random.nextLong(60) - (clockGoesBack && random.nextInt(9) == 0 ? 90_000 : 0);
      polledAt = polledAt.plusSeconds(step);
    }
  }

  private String station(int state) {
    return Answers.V1
        .replace("1759240800000", LAST_UPDATES.get(state))
        .replace("Place", random.nextInt(20) == 0 ? "\uFFFD" : "Place");
  }

  private DecodedStations read(String body, boolean damaged, KnownStations known) {
    StationArray array = StationArray.in(new AnswerText(body, damaged));
    return StationMapper.V1.map((StationArray.Found) array, damaged, polledAt, known);
  }

  private static Collector<CharSequence, ?, String> inAnArray() {
    return Collectors.joining(",", "[", "]");
  }
}
