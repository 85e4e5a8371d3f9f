package org.dockline.dashboard.view;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.dockline.dashboard.text.Contracts;
import org.dockline.dashboard.text.Folded;
import org.dockline.dashboard.text.Words;
import org.dockline.dashboard.warehouse.FeedHistory;
import org.dockline.dashboard.warehouse.FeedWatch;
import org.dockline.station.PollReport;
import org.dockline.warehouse.Insights.AnswerTimes;
import org.dockline.warehouse.Insights.FeedAnswers;
import org.jspecify.annotations.Nullable;

/** How the providers answered on the last loaded days, by country and city. Id: {@code answers}. */
final class AnswersTable {

  private final Words words;
  private final Contracts contracts;
  private final PlainTable table;
  private @Nullable FeedHistory shown;

  AnswersTable(Words words, Contracts contracts) {
    this.words = words;
    this.contracts = contracts;
    table =
        PlainTable.of(
                words, "answers", "country", "city", "source", "calls", "failed", "median", "p95",
                "slowest", "gaps")
            .figures(3, 4, 5, 6, 7, 8);
    table.addClassName("compact");
    table.none(words.say("answers.asking"));
  }

  PlainTable table() {
    return table;
  }

  /** Shows what is known, or why nothing is. */
  void show(FeedHistory history) {
    if (history.equals(shown)) {
      return;
    }
    shown = history;
    table.note("");
    switch (history) {
      case FeedHistory.NotConfigured none -> showNothing("answers.unset");
      case FeedHistory.Away away -> showNothing("answers.away");
      case FeedHistory.NothingLoaded nothing -> showNothing("answers.unloaded");
      case FeedHistory.Known known -> showKnown(known);
    }
  }

  private void showNothing(String why) {
    table.none(words.say(why));
    table.show(List.of());
  }

  private void showKnown(FeedHistory.Known known) {
    table.none(words.say("answers.none"));
    table.show(known.feeds().stream().sorted(byPlace()).map(this::row).toList());
    if (!known.feeds().isEmpty()) {
      table.note(
          words.say(
              "answers.note",
              FeedWatch.BACK.toDays(),
              words.dayTime(known.through(), ZoneOffset.UTC)));
    }
  }

  /** Calls for all cities at once come first. */
  private Comparator<FeedAnswers> byPlace() {
    return Comparator.comparing((FeedAnswers f) -> !ofAll(f))
        .thenComparing(f -> Folded.of(country(f)))
        .thenComparing(f -> Folded.of(city(f)))
        .thenComparing(f -> f.source().text());
  }

  private List<String> row(FeedAnswers feed) {
    return List.of(
        country(feed),
        city(feed),
        feed.source().text(),
        words.number(feed.calls()),
        failed(feed),
        time(feed, AnswerTimes::median),
        time(feed, AnswerTimes::p95),
        time(feed, AnswerTimes::slowest),
        words.number(feed.gaps()));
  }

  private String country(FeedAnswers feed) {
    if (ofAll(feed)) {
      return words.say("feeds.all");
    }
    String code =
        feed.countryCode() == null
            ? contracts.countryCode(feed.contract()).orElse(null)
            : feed.countryCode();
    return code == null ? words.say("figures.none") : Contracts.countryName(code, words.locale());
  }

  private String city(FeedAnswers feed) {
    return ofAll(feed) ? words.say("feeds.all") : contracts.city(feed.contract());
  }

  private static boolean ofAll(FeedAnswers feed) {
    return feed.contract().equals(PollReport.ALL);
  }

  private String failed(FeedAnswers feed) {
    double share = feed.calls() == 0 ? 0 : 100.0 * feed.failures() / feed.calls();
    return feed.failures() == 0
        ? words.number(0)
        : words.say("answers.failed.share", words.number(feed.failures()), words.decimal(share));
  }

  private String time(FeedAnswers feed, Function<AnswerTimes, Duration> figure) {
    AnswerTimes times = feed.times();
    return times == null
        ? words.say("figures.none")
        : words.say("format.millis", figure.apply(times).toMillis());
  }
}
