package org.dockline.station.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.ContractDay;
import org.dockline.station.ObservationSequence;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.RandomHistory;
import org.junit.jupiter.api.Test;

class HeldObservationTest {

  private static final StationKey KEY = new StationKey("lyon", "7");
  private static final ContractDay DAY =
      new ContractDay("lyon", LocalDate.parse("2026-03-29"), ZoneId.of("Europe/Paris"));

  @Test
  void runsTellTheSameFiguresAsEachObservation() {
    int histories = Boolean.getBoolean("dockline.long") ? 3_000 : 150;
    for (int seed = 0; seed < histories; seed++) {
      List<StationObservation> all =
          ObservationSequence.of(RandomHistory.of(seed, KEY, DAY.start(), DAY.end()))
              .observations();
      List<Instant> edges = everyFiveMinutes();
      StationFlows each = FlowCalculator.between(KEY, edges, StationClose.NOTHING, all);
      List<HeldObservation> runs = HeldObservation.runs(each.timeline().accepted());

      assertThat(FlowCalculator.betweenRuns(KEY, edges, StationClose.NOTHING, runs).flows())
          .as("seed %d, %d observations in %d runs", seed, all.size(), runs.size())
          .isEqualTo(each.flows());
    }
  }

  @Test
  void aSilenceEndsARunThoughNothingChanged() {
    List<TimedObservation> accepted = new ArrayList<>();
    for (int minute : new int[] {0, 10, 24, 40, 50}) {
      Instant at = DAY.start().plusSeconds(minute * 60L);
      accepted.add(new TimedObservation(ObservationBuilder.polledAt(at).build(), at));
    }

    assertThat(HeldObservation.runs(accepted))
        .containsExactly(
            new HeldObservation(accepted.get(0), minute(24), minute(24)),
            new HeldObservation(accepted.get(3), minute(50), minute(50)));
  }

  private static Instant minute(int minute) {
    return DAY.start().plusSeconds(minute * 60L);
  }

  private static List<Instant> everyFiveMinutes() {
    List<Instant> edges = new ArrayList<>();
    for (Instant at = DAY.start(); !at.isAfter(DAY.end()); at = at.plusSeconds(300)) {
      edges.add(at);
    }
    return edges;
  }
}
