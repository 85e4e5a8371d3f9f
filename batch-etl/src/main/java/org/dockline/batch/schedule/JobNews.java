package org.dockline.batch.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dockline.batch.load.LoadEnding;
import org.dockline.batch.notify.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Whom a run should be told to whom does not watch: a failure once and not at each retry, the
 * recovery once, and a completion where somebody wants it.
 *
 * @param completions whether to tell that days were loaded
 */
public record JobNews(boolean completions) {

  /** What there is to tell of a run. */
  public Optional<Notice> of(JobEnd end) {
    LoadEnding ending = end.report().ending();
    if (isTrouble(ending)) {
      return sameTrouble(end.before(), ending) ? Optional.empty() : Optional.of(failure(end));
    }
    if (isTrouble(end.before())) {
      return Optional.of(recovery(end));
    }
    boolean worthIt = completions && end.report().summary().daysLoaded() > 0;
    return worthIt ? Optional.of(completion(end)) : Optional.empty();
  }

  private static boolean isTrouble(@Nullable LoadEnding ending) {
    return ending != null && ending != LoadEnding.DONE;
  }

  /**
   * From one try to the next the reason may change; that it can't be done as it is is other news.
   */
  private static boolean sameTrouble(@Nullable LoadEnding before, LoadEnding now) {
    return before != null && isTrouble(before) && before.worthRetrying() == now.worthRetrying();
  }

  private static Notice failure(JobEnd end) {
    String what =
        switch (end.report().ending()) {
          case DONE -> throw new IllegalArgumentException("That is no failure");
          case FAILED -> "the " + end.job() + " failed";
          case MISUSED -> "the " + end.job() + " has wrong settings";
          case UNAVAILABLE -> "the " + end.job() + " can't reach what it needs";
          case INCOMPLETE -> "the " + end.job() + " left something out";
        };
    return notice(Notice.Kind.FAILURE, what, end);
  }

  private static Notice recovery(JobEnd end) {
    return notice(Notice.Kind.RECOVERY, "the " + end.job() + " works again", end);
  }

  private static Notice completion(JobEnd end) {
    int days = end.report().summary().daysLoaded();
    return notice(Notice.Kind.COMPLETION, "contract-days loaded: " + days, end);
  }

  private static Notice notice(Notice.Kind kind, String what, JobEnd end) {
    JobSummary summary = end.report().summary();
    List<String> lines = new ArrayList<>();
    lines.add("Ended at " + end.at() + ": " + end.report().ending());
    lines.addAll(summary.problems());
    lines.add("Contract-days loaded: " + summary.daysLoaded());
    if (summary.hoursDiffering() != null) {
      lines.add("Station-hours that differ from the speed chain's: " + summary.hoursDiffering());
    }
    lines.add("Next run at " + end.next());
    return new Notice(kind, end.job(), end.at(), what, lines);
  }
}
