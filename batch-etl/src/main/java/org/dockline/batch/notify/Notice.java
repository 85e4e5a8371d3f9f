package org.dockline.batch.notify;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Something to be told.
 *
 * @param kind what sort of news
 * @param job what it is about, in one word
 * @param at when it happened
 * @param what one short sentence without a name and a full stop
 * @param lines what else there is to know
 */
public record Notice(Kind kind, String job, Instant at, String what, List<String> lines) {

  /** Sorts of news. */
  public enum Kind {
    /** Something does not work, and somebody may have to do something. */
    FAILURE,
    /** It works again. */
    RECOVERY,
    /** What was to be done is done. */
    COMPLETION;

    /** In lower case. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the lines. */
  public Notice {
    lines = List.copyOf(lines);
  }

  /** For example {@code Dockline: the load failed}. */
  public String subject() {
    return "Dockline: " + what;
  }

  /** All lines, each with its end. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }
}
