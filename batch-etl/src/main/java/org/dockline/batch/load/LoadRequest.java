package org.dockline.batch.load;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to load.
 *
 * @param dates the days asked for, loaded or not; null for all that are due
 * @param contract canonical name; null for all
 * @param again without dates: every complete day, also those that are loaded
 */
public record LoadRequest(@Nullable Dates dates, @Nullable String contract, boolean again) {

  /** Of some days, or of those that are due. */
  public LoadRequest(@Nullable Dates dates, @Nullable String contract) {
    this(dates, contract, false);
  }

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

  /** For people: {@code all that is due}, {@code 2026-03-28 to 2026-03-29, lyon}. */
  @Override
  public String toString() {
    String all = again ? "all that is complete" : "all that is due";
    String days = dates == null ? all : dates.from() + " to " + dates.to();
    return contract == null ? days : days + ", " + contract;
  }
}
