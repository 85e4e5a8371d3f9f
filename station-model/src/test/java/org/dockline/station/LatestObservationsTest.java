package org.dockline.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.RandomHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatestObservationsTest {

  private static final Instant START = Instant.parse("2026-03-28T00:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void sameWhateverTheOrderThePiecesAndTheRepetitions(long seed) {
    List<StationObservation> history = history(seed);
    LatestObservations once = merged(history);
    List<StationObservation> again = new ArrayList<>(history);
    again.addAll(history.subList(0, history.size() / 3));
    Collections.shuffle(again, new Random(seed));
    assertThat(merged(again).listAll()).isEqualTo(once.listAll());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void goesOnFromItsTwoListsAsIfNothingHadBeenForgotten(long seed) {
    List<StationObservation> history = history(seed);
    Collections.shuffle(history, new Random(seed));
    LatestObservations restored = new LatestObservations();
    for (StationObservation o : history) {
      LatestObservations next = merged(restored.listPresent());
      next.addAll(restored.listRest());
      next.add(o);
      restored = next;
    }
    LatestObservations whole = merged(history);
    assertThat(restored.listPresent()).isEqualTo(whole.listPresent());
    assertThat(restored.listRest()).isEqualTo(whole.listRest());
  }

  @Test
  void staleCopyDoesNotWin() {
    StationObservation accepted =
        ObservationBuilder.polledAt("2026-03-28T10:00:00Z")
            .reportedAt("2026-03-28T09:59:00Z")
            .bikes(5)
            .build();
    StationObservation staleCopy =
        ObservationBuilder.polledAt("2026-03-28T10:01:00Z")
            .reportedAt("2026-03-28T09:50:00Z")
            .bikes(9)
            .build();
    assertThat(merged(List.of(accepted, staleCopy)).find(accepted.key())).contains(accepted);
  }

  @Test
  void stationThatHasLeftIsRememberedButNotPresent() {
    StationObservation there = ObservationBuilder.polledAt("2026-03-28T10:00:00Z").build();
    StationObservation gone = there.gone(Instant.parse("2026-03-28T10:01:00Z"));
    LatestObservations latest = merged(List.of(gone, there));
    assertThat(latest.listPresent()).isEmpty();
    assertThat(latest.listRest()).containsExactlyInAnyOrder(there, gone);
    assertThat(latest.find(there.key())).contains(gone);
  }

  private static List<StationObservation> history(long seed) {
    List<StationObservation> all = new ArrayList<>();
    for (int station = 0; station < 3; station++) {
      StationKey key = new StationKey("lyon", Integer.toString(station));
      all.addAll(RandomHistory.of(10 * seed + station, key, START, START.plusSeconds(14_400)));
    }
    return all;
  }

  private static LatestObservations merged(Iterable<StationObservation> observations) {
    LatestObservations latest = new LatestObservations();
    latest.addAll(observations);
    return latest;
  }
}
