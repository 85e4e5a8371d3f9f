package org.dockline.dashboard.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.dockline.dashboard.pipeline.RejectedGroup;
import org.dockline.dashboard.text.Contracts;
import org.dockline.dashboard.text.Words;
import org.dockline.dashboard.warehouse.FeedHistory;
import org.dockline.dashboard.warehouse.FeedWatch;
import org.dockline.station.Rejection;
import org.dockline.station.snapshot.PipelineFacts;
import org.jspecify.annotations.Nullable;

/** What could not be used, by reason, each with its newest example. Id: {@code rejected}. */
final class RejectedTable {

  private final Words words;
  private final Contracts contracts;
  private final PlainTable table;

  RejectedTable(Words words, Contracts contracts) {
    this.words = words;
    this.contracts = contracts;
    table =
        PlainTable.of(
                words,
                "rejected",
                "reason",
                "field",
                "loaded",
                "since",
                "when",
                "contract",
                "station",
                "value")
            .figures(2, 3, 4);
  }

  PlainTable table() {
    return table;
  }

  /**
   * Shows what is known.
   *
   * @param history what the warehouse counted, if it is there
   */
  void show(PipelineFacts facts, FeedHistory history, Instant now) {
    FeedHistory.Known known = history instanceof FeedHistory.Known told ? told : null;
    Instant through = known == null ? null : known.through();
    List<Rejection> kept = facts.rejectedSamples();
    boolean all = holdsAll(facts, through);
    List<RejectedGroup> groups =
        RejectedGroup.of(known == null ? List.of() : known.rejected(), through, kept);
    table.show(groups.stream().map(group -> row(group, known != null, all, now)).toList());
    table.note(groups.isEmpty() ? "" : note(facts, through));
  }

  /** Whether what the stream keeps reaches back to where the warehouse's count ends. */
  private static boolean holdsAll(PipelineFacts facts, @Nullable Instant through) {
    List<Rejection> kept = facts.rejectedSamples();
    boolean reachBack =
        through != null && !kept.isEmpty() && kept.getLast().polledAt().isBefore(through);
    return reachBack || facts.rejectedTotal() <= kept.size();
  }

  private String note(PipelineFacts facts, @Nullable Instant through) {
    int kept = facts.rejectedSamples().size();
    return through == null
        ? words.say("rejected.note.stream", facts.rejectedTotal(), kept)
        : words.say(
            "rejected.note",
            FeedWatch.BACK.toDays(),
            words.dayTime(through, ZoneOffset.UTC),
            kept,
            facts.rejectedTotal());
  }

  private List<String> row(RejectedGroup group, boolean loaded, boolean all, Instant now) {
    Rejection example = group.example();
    String since = words.number(group.since());
    return List.of(
        example.reason(),
        words.orNone(example.field()),
        loaded ? words.number(group.loaded()) : words.orNone(null),
        all ? since : words.say("rejected.at.least", since),
        words.age(Duration.between(example.polledAt(), now)),
        example.contract() == null ? words.orNone(null) : contracts.city(example.contract()),
        words.orNone(example.stationId()),
        words.orNone(example.value()));
  }
}
