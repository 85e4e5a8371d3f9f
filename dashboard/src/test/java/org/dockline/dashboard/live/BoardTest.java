package org.dockline.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.dockline.station.Contract;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.PollReport;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.PipelineFacts.PollSummary;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.PollReportBuilder;
import org.junit.jupiter.api.Test;

class BoardTest {

  private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");

  @Test
  void ghostAndTestStationsAreShownAndCountForNothing() {
    Board board =
        board(
            List.of(),
            at("lyon/7", 45.76, 4.83),
            at("lyon/8", 36.69, 137.21),
            at(ContractCatalogue.TEST_CONTRACT + "/1", 45.76, 4.83));
    assertThat(board.marks()).hasSize(3);
    assertThat(board.figures()).containsOnlyKeys("lyon", ContractCatalogue.TEST_CONTRACT);
    assertThat(board.figures().get("lyon").bikes()).isEqualTo(8);
    assertThat(board.figures().get(ContractCatalogue.TEST_CONTRACT).bikes()).isZero();
  }

  @Test
  void ghostsOfAContractThatNoTableKnowsAreFarFromTheCentreThatThePollerFound() {
    Contract oslo = new Contract("oslo", null, null, null, ZoneId.of("Europe/Oslo"), 59.9, 10.7);
    StationObservation[] stations = {at("oslo/1", 59.92, 10.71), at("oslo/2", 45.76, 4.83)};
    assertThat(board(List.of(oslo), stations).figures().get("oslo").bikes()).isEqualTo(8);
    assertThat(board(List.of(), stations).figures().get("oslo").bikes()).isEqualTo(16);
  }

  private static Board board(List<Contract> learned, StationObservation... stations) {
    PollReport report =
        PollReportBuilder.startedAt(NOW)
            .of(Source.GBFS_3, "oslo")
            .real()
            .contracts(learned)
            .build();
    List<PollSummary> polls = List.of(new PollSummary(report, NOW, 1, 0));
    PipelineFacts facts = new PipelineFacts(NOW, 1, false, List.of(), polls, 0, List.of(), 0);
    return Board.of(new LiveSnapshot(1, NOW, List.of(stations), facts), NOW);
  }

  private static StationObservation at(String key, double latitude, double longitude) {
    return ObservationBuilder.polledAt(NOW).station(key).standing(latitude, longitude).build();
  }
}
