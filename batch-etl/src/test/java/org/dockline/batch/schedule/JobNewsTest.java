package org.dockline.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dockline.batch.load.LoadEnding;
import org.dockline.batch.notify.Notice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobNewsTest {

  private static final Instant AT = Instant.parse("2026-01-10T04:00:00Z");

  @Test
  void failureIsToldOnceAndRecoveryOnce() {
    assertThat(kinds(LoadEnding.DONE, LoadEnding.UNAVAILABLE, LoadEnding.FAILED, LoadEnding.DONE))
        .containsExactly("-", "FAILURE", "-", "RECOVERY");
    assertThat(kinds(LoadEnding.DONE, LoadEnding.DONE)).containsExactly("-", "-");
  }

  @Test
  void firstRunMayFailToo() {
    assertThat(kinds(LoadEnding.FAILED, LoadEnding.FAILED)).containsExactly("FAILURE", "-");
  }

  @Test
  void somethingLeftOutIsToldOnceHoweverManyMorningsItStays() {
    assertThat(kinds(LoadEnding.INCOMPLETE, LoadEnding.INCOMPLETE, LoadEnding.DONE))
        .containsExactly("FAILURE", "-", "RECOVERY");
    assertThat(kinds(LoadEnding.FAILED, LoadEnding.INCOMPLETE))
        .as("no further try will mend it: other news")
        .containsExactly("FAILURE", "FAILURE");
  }

  @Test
  void completionIsToldWhereItIsWantedAndSomethingWasLoaded() {
    JobNews wanted = new JobNews(true);
    assertThat(wanted.of(end(LoadEnding.DONE, LoadEnding.DONE, 7)))
        .get()
        .returns(Notice.Kind.COMPLETION, Notice::kind)
        .returns("Dockline: contract-days loaded: 7", Notice::subject);
    assertThat(wanted.of(end(LoadEnding.DONE, LoadEnding.DONE, 0))).isEmpty();
  }

  @Test
  void noticeSaysWhatWentWrongAndWhatComesNext() {
    JobSummary summary = new JobSummary(1, 4L, List.of("lyon 2026-01-09: refused"));
    JobReport report = new JobReport(LoadEnding.FAILED, summary);
    Notice notice =
        new JobNews(false)
            .of(new JobEnd("load", null, report, 1, AT, AT.plusSeconds(5)))
            .orElseThrow();

    assertThat(notice.subject()).isEqualTo("Dockline: the load failed");
    assertThat(notice.text())
        .contains("lyon 2026-01-09: refused", "2026-01-10T04:00:05Z", "speed chain's: 4");
  }

  private static List<String> kinds(LoadEnding... endings) {
    JobNews news = new JobNews(false);
    LoadEnding[] before = {null};
    return List.of(endings).stream()
        .map(
            ending -> {
              Optional<Notice> told = news.of(end(before[0], ending, 1));
              before[0] = ending;
              return told.map(n -> n.kind().name()).orElse("-");
            })
        .toList();
  }

  private static JobEnd end(@Nullable LoadEnding before, LoadEnding ending, int days) {
    JobReport report = new JobReport(ending, new JobSummary(days, null, List.of()));
    return new JobEnd("load", before, report, ending.worthRetrying() ? 1 : 0, AT, AT);
  }
}
