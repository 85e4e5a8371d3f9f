package org.dockline.batch.load;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to load.
 *
 * @param dates the days asked for, loaded or not; null for all that are due
 * @param contract canonical name; null for all
 */
public record LoadRequest(@Nullable Dates dates, @Nullable String contract) {

  /**
   * A range of local dates.
   *
   * @param from inclusive
   * @param to inclusive
   */
  public record Dates(LocalDate from, LocalDate to) {

    /** Rejects an end before the beginning. */
    public Dates {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("Dates run forwards, but were: " + from + " to " + to);
      }
    }
  }

  /** Everything that is due. */
  public static final LoadRequest DUE = new LoadRequest(null, null);
}
