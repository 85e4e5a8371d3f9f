package org.dockline.dashboard.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dockline.dashboard.live.Board;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.dashboard.testing.MadeUpCities;
import org.dockline.dashboard.warehouse.WarehouseState;
import org.dockline.warehouse.LoadRun;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
  private static final MadeUpCities CITIES = new MadeUpCities(5, "lyon");

  @Test
  void everyStageHasItsLag() {
    Instant asOf = NOW.minusSeconds(7);
    LiveSnapshot snapshot = new LiveSnapshot(1, asOf, CITIES.at(asOf), CITIES.facts(1, asOf));
    List<Measure> measures =
        Measures.of(
            Optional.of(snapshot),
            Board.of(snapshot, NOW),
            new WarehouseState.Answering(
                NOW,
                Duration.ZERO,
                Map.of("lyon", NOW.minusSeconds(3_600)),
                List.of(run(2L), run(0L))),
            NOW);

    Map<String, String> lyon = Map.of("contract", "lyon");
    assertThat(measures)
        .contains(
            new Measure("dockline_snapshot_age_seconds", Map.of(), 7),
            new Measure("dockline_snapshot_stations", Map.of(), 5),
            new Measure(
                "dockline_topic_lag_records",
                Map.of("topic", "stations_topic", "partition", "0"),
                9),
            new Measure(
                "dockline_poll_age_seconds", Map.of("source", "jcdecaux-v3", "contract", "*"), 9),
            new Measure(
                "dockline_poll_failures", Map.of("source", "jcdecaux-v3", "contract", "*"), 4),
            new Measure("dockline_rejected_records", Map.of(), 3),
            new Measure("dockline_contract_stations", lyon, 5),
            new Measure("dockline_loaded_through_age_seconds", lyon, 3_600),
            new Measure("dockline_load_failed", lyon, 0),
            new Measure("dockline_reconciliation_hours_differing", lyon, 2),
            new Measure("dockline_warehouse_up", Map.of(), 1));
  }

  @Test
  void whatIsNotKnownIsNotTold() {
    assertThat(
            Measures.of(
                Optional.empty(), Board.EMPTY, new WarehouseState.Away(NOW, "it is away"), NOW))
        .containsExactly(
            new Measure("dockline_snapshot_present", Map.of(), 0),
            new Measure("dockline_warehouse_up", Map.of(), 0));
  }

  private static LoadRun run(long differing) {
    return new LoadRun(
        "lyon",
        LocalDate.parse("2026-03-09"),
        NOW.minusSeconds(90),
        NOW.minusSeconds(60),
        LoadRun.Status.LOADED,
        100,
        0,
        0,
        50,
        24,
        differing,
        null);
  }
}
