package org.dockline.dashboard.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.dashboard.pipeline.Stage.Name;
import org.dockline.dashboard.pipeline.Stage.State;
import org.dockline.dashboard.warehouse.WarehouseState;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.PipelineFacts.PollSummary;
import org.dockline.warehouse.LoadRun;
import org.jspecify.annotations.Nullable;

/** Judges the stages. */
public final class Stages {

  private static final Duration LATE = Duration.ofMinutes(2);
  private static final Duration DOWN = Duration.ofMinutes(10);

  /** A day is due a quarter of an hour after it ends and loaded at the next morning's run. */
  private static final Duration LOAD_LATE = Duration.ofHours(36);

  /** Two short questions: a warehouse that needs longer keeps readers of the past waiting. */
  private static final Duration ANSWER_LATE = Duration.ofSeconds(5);

  private Stages() {}

  /** All of them, in order. */
  public static List<Stage> of(
      Optional<LiveSnapshot> snapshot, WarehouseState warehouse, Instant now) {
    PipelineFacts facts = snapshot.map(LiveSnapshot::facts).orElse(null);
    return List.of(
        source(facts, now),
        topics(facts, now),
        stream(snapshot, now),
        batch(warehouse, now),
        warehouse(warehouse));
  }

  private static Stage source(@Nullable PipelineFacts facts, Instant now) {
    if (facts == null || facts.polls().isEmpty()) {
      return new Stage(Name.SOURCE, State.UNKNOWN, null, 0);
    }
    Instant success = newestSuccess(facts.polls());
    long failing = facts.polls().stream().filter(p -> !p.last().succeeded()).count();
    State byAge = byAge(success, now);
    return new Stage(
        Name.SOURCE, byAge == State.OK && failing > 0 ? State.LATE : byAge, success, failing);
  }

  private static @Nullable Instant newestSuccess(List<PollSummary> polls) {
    return polls.stream()
        .map(PollSummary::lastSuccessAt)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** A stream that fell silent tells nothing of the topics any more. */
  private static Stage topics(@Nullable PipelineFacts facts, Instant now) {
    if (facts == null) {
      return new Stage(Name.TOPICS, State.UNKNOWN, null, 0);
    }
    long behind = facts.topics().stream().mapToLong(t -> t.end() - t.readTo()).sum();
    State told = facts.catchingUp() ? State.LATE : State.OK;
    State state = byAge(facts.asOf(), now) == State.DOWN ? State.UNKNOWN : told;
    return new Stage(Name.TOPICS, state, facts.asOf(), behind);
  }

  private static Stage stream(Optional<LiveSnapshot> snapshot, Instant now) {
    if (snapshot.isEmpty()) {
      return new Stage(Name.STREAM, State.UNKNOWN, null, 0);
    }
    Instant asOf = snapshot.get().asOf();
    return new Stage(Name.STREAM, byAge(asOf, now), asOf, snapshot.get().stations().size());
  }

  private static Stage batch(WarehouseState warehouse, Instant now) {
    if (!(warehouse instanceof WarehouseState.Answering answering)) {
      return new Stage(Name.BATCH, State.UNKNOWN, null, 0);
    }
    Instant finished = answering.runs().isEmpty() ? null : answering.runs().getFirst().finishedAt();
    return new Stage(Name.BATCH, loads(answering, now), finished, answering.loadedThrough().size());
  }

  /** By the newest run of each contract, and by how far the days reach that are loaded. */
  private static State loads(WarehouseState.Answering answering, Instant now) {
    Map<String, LoadRun> newest = new HashMap<>();
    answering.runs().forEach(run -> newest.putIfAbsent(run.contract(), run));
    long failed =
        newest.values().stream().filter(run -> run.status() == LoadRun.Status.FAILED).count();
    if (failed > 0) {
      return failed == newest.size() ? State.DOWN : State.LATE;
    }
    if (answering.loadedThrough().isEmpty()) {
      return State.UNKNOWN;
    }
    boolean old =
        answering.loadedThrough().values().stream()
            .anyMatch(through -> through.isBefore(now.minus(LOAD_LATE)));
    return old ? State.LATE : State.OK;
  }

  private static Stage warehouse(WarehouseState warehouse) {
    return switch (warehouse) {
      case WarehouseState.NotConfigured n -> new Stage(Name.WAREHOUSE, State.UNKNOWN, null, 0);
      case WarehouseState.Away away -> new Stage(Name.WAREHOUSE, State.DOWN, null, 0);
      case WarehouseState.Answering a ->
          new Stage(
              Name.WAREHOUSE,
              a.took().compareTo(ANSWER_LATE) > 0 ? State.LATE : State.OK,
              a.at(),
              0);
    };
  }

  private static State byAge(@Nullable Instant sign, Instant now) {
    if (sign == null || sign.isBefore(now.minus(DOWN))) {
      return State.DOWN;
    }
    return sign.isBefore(now.minus(LATE)) ? State.LATE : State.OK;
  }
}
