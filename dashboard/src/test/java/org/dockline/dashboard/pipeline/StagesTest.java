package org.dockline.dashboard.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.dashboard.pipeline.Stage.Name;
import org.dockline.dashboard.pipeline.Stage.State;
import org.dockline.dashboard.testing.MadeUpCities;
import org.dockline.dashboard.warehouse.WarehouseState;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.warehouse.LoadRun;
import org.junit.jupiter.api.Test;

class StagesTest {

  private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
  private static final MadeUpCities CITIES = new MadeUpCities(5, "lyon");
  private static final WarehouseState WELL = answering(1, NOW.minus(Duration.ofHours(9)));
  private static final WarehouseState NONE = new WarehouseState.NotConfigured();
  private static final WarehouseState AWAY = new WarehouseState.Away(NOW, "it is away");

  private final Map<Name, Set<State>> yielded = new EnumMap<>(Name.class);

  @Test
  void eachStageIsJudgedByWhatItLeavesBehind() {
    judgeStages();
  }

  @Test
  void loadsAreJudgedByTheNewestOfEachContractAndByHowFarTheyReach() {
    judgeLoads();
  }

  @Test
  void everyStateThatThereAreWordsForIsReached() {
    judgeStages();
    judgeLoads();
    for (Name name : Name.values()) {
      assertThat(yielded.get(name)).as(name.key()).isEqualTo(name.states());
    }
    assertThatThrownBy(() -> new Stage(Name.TOPICS, State.DOWN, null, 0))
        .hasMessageContaining("TOPICS");
  }

  @Test
  void whatIsLoadedIsCountedThoughNoRunIsRemembered() {
    assertThat(Stages.of(snapshot(7), WELL, NOW))
        .filteredOn(stage -> stage.name() == Name.BATCH)
        .containsExactly(new Stage(Name.BATCH, State.OK, null, 1));
  }

  private void judgeStages() {
    expect(snapshot(7), WELL, "ok ok ok ok ok");
    expect(snapshot(180), WELL, "late ok late ok ok");
    expect(snapshot(700), WELL, "down unknown down ok ok");
    expect(Optional.empty(), NONE, "unknown unknown unknown unknown unknown");
    expect(snapshot(CITIES.troubledFacts(1, NOW)), AWAY, "down late ok unknown down");
  }

  private void judgeLoads() {
    expect(snapshot(7), answering(1), "ok ok ok unknown ok");
    expect(snapshot(7), answering(1, NOW.minus(Duration.ofDays(2))), "ok ok ok late ok");
    expect(snapshot(7), failed("lyon"), "ok ok ok down ok");
    expect(snapshot(7), failed("lyon", "dublin"), "ok ok ok late ok");
    expect(snapshot(7), answering(6, NOW), "ok ok ok ok late");
  }

  private void expect(Optional<LiveSnapshot> snapshot, WarehouseState warehouse, String states) {
    List<Stage> stages = Stages.of(snapshot, warehouse, NOW);
    stages.forEach(
        s -> yielded.computeIfAbsent(s.name(), n -> EnumSet.noneOf(State.class)).add(s.state()));
    assertThat(stages).extracting(Stage::name).containsExactly(Name.values());
    assertThat(stages).extracting(stage -> stage.state().key()).containsExactly(states.split(" "));
  }

  private static Optional<LiveSnapshot> snapshot(long secondsAgo) {
    return snapshot(CITIES.facts(1, NOW.minusSeconds(secondsAgo)));
  }

  private static Optional<LiveSnapshot> snapshot(PipelineFacts facts) {
    return Optional.of(new LiveSnapshot(1, facts.asOf(), CITIES.at(facts.asOf()), facts));
  }

  private static WarehouseState answering(int seconds, Instant... through) {
    return new WarehouseState.Answering(
        NOW,
        Duration.ofSeconds(seconds),
        through.length == 0 ? Map.of() : Map.of("lyon", through[0]),
        List.of());
  }

  /** Runs of two contracts, the newest first; of these the newest failed. */
  private static WarehouseState failed(String failing, String... loaded) {
    List<LoadRun> runs = new ArrayList<>(List.of(run(failing, LoadRun.Status.FAILED)));
    Arrays.stream(loaded).forEach(contract -> runs.add(run(contract, LoadRun.Status.LOADED)));
    runs.add(run(failing, LoadRun.Status.LOADED));
    return new WarehouseState.Answering(NOW, Duration.ZERO, Map.of("lyon", NOW), runs);
  }

  private static LoadRun run(String contract, LoadRun.Status status) {
    return new LoadRun(
        contract,
        LocalDate.parse("2026-03-09"),
        NOW.minusSeconds(90),
        NOW.minusSeconds(60),
        status,
        0,
        0,
        0,
        0,
        0,
        null,
        null);
  }
}
