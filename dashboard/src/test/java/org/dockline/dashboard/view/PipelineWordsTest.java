package org.dockline.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dockline.dashboard.pipeline.Stage;
import org.dockline.dashboard.testing.MadeUpCities;
import org.dockline.dashboard.text.Contracts;
import org.dockline.dashboard.text.Words;
import org.dockline.dashboard.warehouse.FeedHistory;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.warehouse.Insights.AnswerTimes;
import org.dockline.warehouse.Insights.FeedAnswers;
import org.dockline.warehouse.Insights.RejectedReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pipeline page says, without a page. */
class PipelineWordsTest {

  private static final Instant NOW = Instant.parse("2026-03-10T00:00:00Z");

  private final AnswersTable answers = table(Locale.ENGLISH);

  @ParameterizedTest
  @CsvSource({
    "en, does not answer, No day has been loaded, No warehouse is set, Asking",
    "fr, ne répond pas, Aucun jour, Aucun entrepôt, Question",
    "nl, antwoordt niet, nog geen dag, geen datapakhuis, Vraag"
  })
  void whyNothingIsShownIsSaid(
      String language, String away, String unloaded, String unset, String asking) {
    AnswersTable table = table(Locale.of(language));
    assertThat(text(table)).contains(asking);
    table.show(new FeedHistory.Away());
    assertThat(text(table)).contains(away).doesNotContain(asking);
    table.show(new FeedHistory.NothingLoaded());
    assertThat(text(table)).contains(unloaded);
    table.show(new FeedHistory.NotConfigured());
    assertThat(text(table)).contains(unset);
  }

  @Test
  void feedsStandByCountryAndCityThoseOfAllFirst() {
    answers.show(
        known(
            feed("lyon", "FR", 200, 3),
            feed("dublin", "IE", 100, 0),
            feed("elsewhere", null, 100, 0),
            feed("amiens", "FR", 100, 0),
            feed(PollReport.ALL, null, 300, 300)));
    assertThat(text(answers))
        .containsSubsequence("100.0 %", "Amiens", "Lyon", "3 (1.5 %)", "Dublin", "Elsewhere")
        .contains("France", "Ireland", "84 ms", "190 ms", "1,240 ms", "The 7 days up to");
  }

  @Test
  void whatWasShownDoesNotStayWhenTheWarehouseGoesAway() {
    answers.show(known(feed("lyon", "FR", 200, 3)));
    answers.show(new FeedHistory.Away());
    assertThat(text(answers)).doesNotContain("Lyon").doesNotContain("The 7 days");
  }

  @Test
  void aStageThatIsNotWellSaysWhatToDo() {
    Words words = Words.in(Locale.ENGLISH);
    StageCard card = new StageCard(Stage.Name.BATCH, words, Clock.fixed(NOW, ZoneOffset.UTC));
    card.show(new Stage(Stage.Name.BATCH, Stage.State.LATE, NOW, 3));
    assertThat(card.getElement().getTextRecursively()).contains("./dockline load");
    card.show(new Stage(Stage.Name.BATCH, Stage.State.UNKNOWN, NOW, 3));
    assertThat(card.getElement().getTextRecursively())
        .contains("No day has been loaded yet")
        .doesNotContain("A load failed");
    card.show(new Stage(Stage.Name.BATCH, Stage.State.OK, NOW, 3));
    assertThat(card.getElement().getTextRecursively()).doesNotContain("No day has been loaded yet");
  }

  @Test
  void rejectedRecordsAreCountedByTheWarehouseAndSinceThenByTheStream() {
    RejectedTable table = new RejectedTable(Words.in(Locale.ENGLISH), new Contracts(Map.of()));
    PipelineFacts facts = new MadeUpCities(5, "lyon").facts(1, NOW.plusSeconds(60));
    Rejection newest = facts.rejectedSamples().getFirst();
    table.show(
        facts,
        new FeedHistory.Known(
            NOW.minus(Duration.ofDays(7)),
            NOW,
            List.of(),
            List.of(new RejectedReason(1_234, newest))),
        NOW.plusSeconds(60));
    assertThat(text(table.table()))
        .containsSubsequence("the 7 days up to", "must not be negative", "1,234", "1", "-3")
        .containsSubsequence("must not be 0, 0", "0", "1");

    table.show(facts, new FeedHistory.Away(), NOW.plusSeconds(60));
    assertThat(text(table.table())).contains("only the last 3").doesNotContain("1,234");
  }

  @Test
  void aCountThatMayLackSomethingSaysAtLeast() {
    RejectedTable table = new RejectedTable(Words.in(Locale.ENGLISH), new Contracts(Map.of()));
    PipelineFacts all = new MadeUpCities(5, "lyon").facts(1, NOW);
    PipelineFacts more =
        new PipelineFacts(NOW, 1, false, List.of(), List.of(), 900, all.rejectedSamples(), 0);
    table.show(more, new FeedHistory.NothingLoaded(), NOW);
    assertThat(text(table.table())).contains("900 records rejected", "≥ 2", "≥ 1");
  }

  private static AnswersTable table(Locale reader) {
    return new AnswersTable(Words.in(reader), new Contracts(Map.of()));
  }

  private static FeedHistory known(FeedAnswers... feeds) {
    return new FeedHistory.Known(NOW.minus(Duration.ofDays(7)), NOW, List.of(feeds), List.of());
  }

  private static FeedAnswers feed(
      String contract, @Nullable String country, long calls, long failed) {
    AnswerTimes times =
        new AnswerTimes(Duration.ofMillis(84), Duration.ofMillis(190), Duration.ofMillis(1_240));
    return new FeedAnswers(
        Source.JCDECAUX_V3, contract, country, calls, failed, 0, failed == calls ? null : times);
  }

  private static String text(AnswersTable table) {
    return text(table.table());
  }

  private static String text(PlainTable table) {
    return table.getElement().getTextRecursively();
  }
}
