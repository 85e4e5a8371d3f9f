package org.dockline.dashboard.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.dockline.dashboard.live.Board;
import org.dockline.dashboard.live.Figures;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.dashboard.warehouse.WarehouseState;
import org.dockline.station.PollReport;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.PipelineFacts.PollSummary;
import org.dockline.warehouse.LoadRun;
import org.jspecify.annotations.Nullable;

/** The figures of every stage: how far each lags behind the one before it, and what failed. */
public final class Measures {

  private final List<Measure> measures = new ArrayList<>();
  private final Instant now;

  private Measures(Instant now) {
    this.now = now;
  }

  /**
   * All that can be told now; what is not known is not told.
   *
   * @param snapshot empty before the first
   * @param board what the snapshot is worth
   */
  public static List<Measure> of(
      Optional<LiveSnapshot> snapshot, Board board, WarehouseState warehouse, Instant now) {
    Measures measures = new Measures(now);
    measures.put("dockline_snapshot_present", Map.of(), snapshot.isPresent() ? 1 : 0);
    snapshot.ifPresent(s -> measures.snapshot(s, board));
    measures.warehouse(warehouse);
    return List.copyOf(measures.measures);
  }

  private void snapshot(LiveSnapshot snapshot, Board board) {
    PipelineFacts facts = snapshot.facts();
    age("dockline_snapshot_age_seconds", Map.of(), snapshot.asOf());
    put("dockline_snapshot_stations", Map.of(), snapshot.stations().size());
    put("dockline_stream_catching_up", Map.of(), facts.catchingUp() ? 1 : 0);
    for (PipelineFacts.TopicProgress topic : facts.topics()) {
      put(
          "dockline_topic_lag_records",
          Map.of("topic", topic.topic(), "partition", Integer.toString(topic.partition())),
          topic.end() - topic.readTo());
    }
    facts.polls().forEach(this::poll);
    put("dockline_rejected_records", Map.of(), facts.rejectedTotal());
    put("dockline_undecodable_records", Map.of(), facts.undecodable());
    board.figures().forEach(this::bikes);
  }

  private void bikes(String contract, Figures figures) {
    Map<String, String> labels = Map.of("contract", contract);
    age("dockline_api_age_seconds", labels, figures.newest());
    put("dockline_contract_stations", labels, figures.stations());
    put("dockline_contract_stations_reporting", labels, figures.reporting());
    put("dockline_contract_bikes", labels, figures.bikes());
    put("dockline_contract_docks", labels, figures.docks());
  }

  private void poll(PollSummary poll) {
    PollReport last = poll.last();
    Map<String, String> labels =
        Map.of("source", last.source().text(), "contract", last.contract());
    age("dockline_poll_age_seconds", labels, last.startedAt());
    age("dockline_poll_success_age_seconds", labels, poll.lastSuccessAt());
    put("dockline_poll_latency_seconds", labels, last.latency().toMillis() / 1_000.0);
    put("dockline_poll_calls", labels, poll.calls());
    put("dockline_poll_failures", labels, poll.failures());
  }

  private void warehouse(WarehouseState state) {
    if (state instanceof WarehouseState.NotConfigured) {
      return;
    }
    boolean answers = state instanceof WarehouseState.Answering;
    put("dockline_warehouse_up", Map.of(), answers ? 1 : 0);
    if (state instanceof WarehouseState.Answering answering) {
      answering
          .loadedThrough()
          .forEach(
              (contract, through) ->
                  age(
                      "dockline_loaded_through_age_seconds",
                      Map.of("contract", contract),
                      through));
      loads(answering.runs());
    }
  }

  private void loads(List<LoadRun> runs) {
    Map<String, LoadRun> newest = new TreeMap<>();
    runs.forEach(run -> newest.putIfAbsent(run.contract(), run));
    newest.forEach(
        (contract, run) -> {
          Map<String, String> labels = Map.of("contract", contract);
          put("dockline_load_failed", labels, run.status() == LoadRun.Status.FAILED ? 1 : 0);
          age("dockline_load_age_seconds", labels, run.finishedAt());
          Long differing = run.hoursDiffering();
          if (differing != null) {
            put("dockline_reconciliation_hours_differing", labels, differing);
          }
        });
  }

  private void age(String name, Map<String, String> labels, @Nullable Instant since) {
    if (since != null) {
      put(name, labels, Duration.between(Objects.requireNonNull(since), now).toMillis() / 1_000.0);
    }
  }

  private void put(String name, Map<String, String> labels, Number value) {
    measures.add(new Measure(name, labels, value.doubleValue()));
  }
}
