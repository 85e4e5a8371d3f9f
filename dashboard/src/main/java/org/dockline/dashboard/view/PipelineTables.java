package org.dockline.dashboard.view;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.dockline.dashboard.text.Contracts;
import org.dockline.dashboard.text.Words;
import org.dockline.dashboard.warehouse.FeedHistory;
import org.dockline.dashboard.warehouse.WarehouseState;
import org.dockline.station.PollReport;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.PipelineFacts.PollSummary;
import org.dockline.station.snapshot.PipelineFacts.TopicProgress;
import org.dockline.warehouse.LoadRun;

/**
 * The tables of the pipeline page. Ids: {@code feeds}, {@code answers}, {@code rejected}, {@code
 * loaded}, {@code runs}, {@code topics}, {@code warehouse-problem}.
 */
final class PipelineTables {

  private final Words words;
  private final Contracts contracts;
  private final PlainTable feeds;
  private final AnswersTable answers;
  private final RejectedTable rejected;
  private FeedHistory history = new FeedHistory.NotConfigured();
  private final PlainTable loaded;
  private final PlainTable runs;
  private final PlainTable topics;
  private final Div problem = new Div();

  PipelineTables(Words words, Contracts contracts) {
    this.words = words;
    this.contracts = contracts;
    feeds =
        PlainTable.of(
                words,
                "feeds",
                "source",
                "contract",
                "last",
                "answer",
                "latency",
                "stations",
                "sent",
                "rejected",
                "failures")
            .figures(2, 4, 5, 6, 7, 8);
    answers = new AnswersTable(words, contracts);
    rejected = new RejectedTable(words, contracts);
    loaded = PlainTable.of(words, "loaded", "contract", "through");
    runs =
        PlainTable.of(
                words,
                "runs",
                "contract",
                "date",
                "status",
                "finished",
                "took",
                "read",
                "loaded",
                "hours",
                "differing",
                "error")
            .figures(4, 5, 6, 7);
    topics =
        PlainTable.of(words, "topics", "topic", "partition", "read", "end", "behind")
            .figures(1, 2, 3, 4);
    problem.setId("warehouse-problem");
    problem.addClassName("notice");
    problem.setVisible(false);
  }

  void addTo(HasComponents page) {
    Div pair = new Div(loaded, topics);
    pair.addClassName("pair");
    page.add(feeds, answers.table(), rejected.table(), problem, runs, pair);
  }

  void showFacts(PipelineFacts facts, Instant now) {
    feeds.show(facts.polls().stream().map(poll -> feed(poll, now)).toList());
    rejected.show(facts, history, now);
    topics.show(facts.topics().stream().map(this::topic).toList());
  }

  /** Shows what the warehouse tells of providers; what it counts is shown with the next facts. */
  void showHistory(FeedHistory told) {
    history = told;
    answers.show(told);
  }

  void showWarehouse(WarehouseState state) {
    problem.setVisible(state instanceof WarehouseState.Away);
    switch (state) {
      case WarehouseState.Answering answering -> {
        loaded.show(
            new TreeMap<>(answering.loadedThrough())
                .entrySet().stream().map(e -> through(e.getKey(), e.getValue())).toList());
        runs.show(answering.runs().stream().map(this::run).toList());
      }
      case WarehouseState.Away away -> problem.setText(words.say("warehouse.away", away.problem()));
      case WarehouseState.NotConfigured none -> {
        // The stage says so.
      }
    }
  }

  private List<String> feed(PollSummary poll, Instant now) {
    PollReport last = poll.last();
    return List.of(
        source(last),
        last.contract().equals(PollReport.ALL)
            ? words.say("feeds.all")
            : contracts.city(last.contract()),
        words.age(Duration.between(last.startedAt(), now)),
        answer(last),
        words.say("format.millis", last.latency().toMillis()),
        words.number(last.stations()),
        words.number(last.sent()),
        words.number(last.rejected()),
        words.say("feeds.failures.of", words.number(poll.failures()), words.number(poll.calls())));
  }

  private String source(PollReport last) {
    return last.standsInFor() == null
        ? last.source().text()
        : words.say("feeds.stands.in", last.source().text(), last.standsInFor().text());
  }

  private String answer(PollReport last) {
    if (last.error() != null) {
      return last.error();
    }
    return last.notModified()
        ? words.say("feeds.not.modified")
        : words.say("feeds.ok", Objects.requireNonNullElse(last.httpStatus(), 0));
  }

  private List<String> topic(TopicProgress t) {
    return List.of(
        t.topic(),
        words.number(t.partition()),
        words.number(t.readTo()),
        words.number(t.end()),
        words.number(t.end() - t.readTo()));
  }

  private List<String> through(String contract, Instant through) {
    return List.of(
        contracts.city(contract),
        words.dateTime(through, contracts.zone(contract)) + " " + contracts.zone(contract).getId());
  }

  private List<String> run(LoadRun run) {
    return List.of(
        contracts.city(run.contract()),
        words.date(run.date().atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC),
        words.say("runs." + (run.status() == LoadRun.Status.LOADED ? "ok" : "failed")),
        words.dateTime(run.finishedAt(), contracts.zone(run.contract())),
        words.age(Duration.between(run.startedAt(), run.finishedAt())),
        words.number(run.rowsRead()),
        words.number(run.rowsLoaded()),
        words.number(run.hoursLoaded()),
        compared(run),
        words.orNone(run.error()));
  }

  /** Every hour that was loaded is compared, and those that only the stream has. */
  private String compared(LoadRun run) {
    Long differing = run.hoursDiffering();
    if (differing == null) {
      return words.say("runs.uncompared");
    }
    return differing == 0
        ? words.say("runs.agree", run.hoursLoaded())
        : words.say("runs.differ", differing, Math.max(run.hoursLoaded(), differing));
  }
}
