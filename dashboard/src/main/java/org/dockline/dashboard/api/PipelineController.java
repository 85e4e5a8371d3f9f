package org.dockline.dashboard.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.dashboard.live.LiveStations;
import org.dockline.dashboard.pipeline.Measure;
import org.dockline.dashboard.pipeline.Stage;
import org.dockline.dashboard.pipeline.Stages;
import org.dockline.dashboard.warehouse.WarehouseState;
import org.dockline.dashboard.warehouse.WarehouseWatch;
import org.dockline.station.Rejection;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.warehouse.LoadRun;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the pipeline is: figures as its metrics have them, and what stands behind them. */
@RestController
public class PipelineController {

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final List<String> MEASURES = List.of("name", "labels", "value");

  private final PipelineMeasures measures;
  private final LiveStations live;
  private final WarehouseWatch warehouse;
  private final Clock clock;

  /** Serves these. */
  public PipelineController(
      PipelineMeasures measures, LiveStations live, WarehouseWatch warehouse, Clock clock) {
    this.measures = measures;
    this.live = live;
    this.warehouse = warehouse;
    this.clock = clock;
  }

  /** The facts, or as CSV the figures alone. */
  @GetMapping("/api/v1/pipeline")
  public void pipeline(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Question.of(request);
    Form form = Form.of(request);
    Instant now = clock.instant();
    WarehouseState state = warehouse.state();
    Document.of(form, Long.toString(now.toEpochMilli(), 36), told -> tell(told, state, now))
        .send(request, response, FRESH);
  }

  private void tell(Told told, WarehouseState state, Instant now) {
    told.fact("at", now);
    told.fact("problem", live.problem().orElse(null));
    told.fact(
        "stages",
        Stages.of(live.current(), state, now).stream().map(PipelineController::stage).toList());
    live.current().map(LiveSnapshot::facts).ifPresent(facts -> stream(told, facts));
    if (state instanceof WarehouseState.Answering answering) {
      told.fact("loaded_through", new TreeMap<>(answering.loadedThrough()));
      told.fact("loads", answering.runs().stream().map(PipelineController::load).toList());
    }
    told.rows("measures", MEASURES);
    for (Measure m : measures.now()) {
      told.row(m.name(), told instanceof Json ? m.labels() : text(m.labels()), m.value());
    }
    told.endRows();
  }

  private static String text(Map<String, String> labels) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(labels)
        .forEach(
            (name, value) -> text.append(text.isEmpty() ? "" : " ").append(name + "=" + value));
    return text.toString();
  }

  private static void stream(Told told, PipelineFacts facts) {
    told.fact("as_of", facts.asOf());
    told.fact("batch_id", facts.batchId());
    told.fact("catching_up", facts.catchingUp());
    told.fact("polls", facts.polls().stream().map(PipelineController::poll).toList());
    told.fact("rejected_total", facts.rejectedTotal());
    told.fact(
        "rejected_samples",
        facts.rejectedSamples().stream().map(PipelineController::rejection).toList());
  }

  private static Map<String, Object> stage(Stage stage) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("name", stage.name().key());
    told.put("state", stage.state().key());
    put(told, "last_sign", stage.lastSign());
    return told;
  }

  private static Map<String, Object> poll(PipelineFacts.PollSummary poll) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("source", poll.last().source());
    told.put("contract", poll.last().contract());
    told.put("started_at", poll.last().startedAt());
    put(told, "last_success_at", poll.lastSuccessAt());
    told.put("latency_ms", poll.last().latency().toMillis());
    put(told, "http_status", poll.last().httpStatus());
    told.put("stations", poll.last().stations());
    told.put("rejected", poll.last().rejected());
    told.put("calls", poll.calls());
    told.put("failures", poll.failures());
    told.put("not_modified", poll.last().notModified());
    put(told, "stands_in_for", poll.last().standsInFor());
    put(told, "error", poll.last().error());
    return told;
  }

  private static Map<String, Object> rejection(Rejection r) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("polled_at", r.polledAt());
    told.put("source", r.source());
    put(told, "contract", r.contract());
    put(told, "station_id", r.stationId());
    put(told, "field", r.field());
    put(told, "value", r.value());
    told.put("reason", r.reason());
    return told;
  }

  private static Map<String, Object> load(LoadRun run) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("contract", run.contract());
    told.put("local_date", run.date());
    told.put("started_at", run.startedAt());
    told.put("finished_at", run.finishedAt());
    told.put("status", run.status().name().toLowerCase(Locale.ROOT));
    told.put("rows_read", run.rowsRead());
    told.put("rows_duplicate", run.rowsDuplicate());
    told.put("rows_rejected", run.rowsRejected());
    told.put("rows_loaded", run.rowsLoaded());
    put(told, "hours_differing", run.hoursDiffering());
    return told;
  }

  private static void put(Map<String, Object> told, String name, @Nullable Object value) {
    if (value != null) {
      told.put(name, value);
    }
  }
}
