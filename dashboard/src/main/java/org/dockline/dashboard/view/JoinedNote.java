package org.dockline.dashboard.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.dockline.dashboard.history.Joined;
import org.dockline.dashboard.text.Words;
import org.jspecify.annotations.Nullable;

/** Says in a few sentences where figures come from, and what of them may lack. */
final class JoinedNote {

  private JoinedNote() {}

  /**
   * The sentences.
   *
   * @param zone of the times that are shown, which it names
   * @param coarseBefore before this only hours are kept; null when nothing finer is lacking
   */
  static String of(
      Words words, Joined joined, ZoneId zone, Instant now, @Nullable Instant coarseBefore) {
    List<String> said = new ArrayList<>();
    said.add(words.say("history.zone", zone.getId()));
    Instant boundary = joined.boundary();
    if (joined.warehouseProblem() != null) {
      said.add(words.say("history.partial"));
    } else if (boundary == null) {
      said.add(words.say("history.nothing.loaded"));
    } else {
      said.add(words.say("history.seam", words.dayTime(boundary, zone)));
    }
    if (coarseBefore != null) {
      said.add(words.say("history.coarse", words.dayTime(coarseBefore, zone)));
    }
    if (joined.recentProblem() != null) {
      said.add(words.say("history.recent.problem"));
    } else if (joined.stale()) {
      said.add(stale(words, joined.recentAsOf(), now));
    }
    return String.join(" ", said);
  }

  private static String stale(Words words, @Nullable Instant asOf, Instant now) {
    return asOf == null
        ? words.say("history.no.recent")
        : words.say("history.stale", words.age(Duration.between(asOf, now)));
  }
}
