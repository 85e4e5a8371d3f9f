package org.dockline.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.dockline.station.Attribution;
import org.dockline.station.PollReport;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.PipelineFacts.PollSummary;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.PollReportBuilder;
import org.junit.jupiter.api.Test;

/** Whom the page names. */
class CreditsTest {

  private static final Instant NOW = Instant.parse("2025-09-30T14:00:00Z");
  private static final Attribution OSLO = new Attribution("Oslo", null, "UIP", "CC-BY-4.0", null);

  @Test
  void theSimulatorIsNoProvider() {
    PollReport simulated =
        PollReportBuilder.startedAt(NOW).of(Source.GBFS_3, "oslo").attribution(OSLO).build();
    assertThat(credits(List.of(simulated), at("oslo/1", Source.GBFS_3)))
        .isEqualTo(new Credits(true, false, List.of(), false));
  }

  @Test
  void jcdecauxIsNamedForItsOwnInterface() {
    assertThat(credits(List.of(), at("lyon/7", Source.JCDECAUX_V1)))
        .isEqualTo(new Credits(false, true, List.of(), false));
  }

  @Test
  void eachFeedIsNamedAsItAsks() {
    PollReport lyon = report("lyon", null);
    assertThat(
            credits(
                List.of(
                    report("oslo", OSLO),
                    lyon,
                    report("gone", new Attribution("X", "", "", "", ""))),
                at("oslo/1", Source.GBFS_3),
                at("lyon/7", Source.JCDECAUX_V3)))
        .isEqualTo(new Credits(false, true, List.of(OSLO), false));
  }

  @Test
  void aFeedThatNamesNobodyIsNotPassedOverInSilence() {
    assertThat(
            credits(
                List.of(report("oslo", OSLO), report("bergen", null)),
                at("oslo/1", Source.GBFS_3),
                at("bergen/1", Source.GBFS_2)))
        .isEqualTo(new Credits(false, false, List.of(OSLO), true));
  }

  private static PollReport report(String contract, Attribution attribution) {
    return PollReportBuilder.startedAt(NOW)
        .of(Source.GBFS_3, contract)
        .real()
        .attribution(attribution)
        .build();
  }

  private static Credits credits(List<PollReport> reports, StationObservation... stations) {
    List<PollSummary> polls =
        reports.stream().map(report -> new PollSummary(report, NOW, 1, 0)).toList();
    PipelineFacts facts = new PipelineFacts(NOW, 1, false, List.of(), polls, 0, List.of(), 0);
    return new LiveSnapshot(1, NOW, Stream.of(stations).toList(), facts).credits();
  }

  private static StationObservation at(String key, Source source) {
    return ObservationBuilder.polledAt(NOW).station(key).source(source).build();
  }
}
