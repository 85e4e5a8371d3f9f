package org.dockline.dashboard.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an answer came about that the warehouse and recent observations gave together.
 *
 * @param boundary up to when the warehouse answered; null when it did not, or has nothing
 * @param warehouseProblem why the warehouse did not answer; null when it did
 * @param recentProblem why recent observations could not be read; null when they could, or were not
 *     needed
 * @param recentAsOf when the stream last wrote; null when it never did or was not asked
 * @param stale the stream had not written for long when this was asked
 */
public record Joined(
    @Nullable Instant boundary,
    @Nullable String warehouseProblem,
    @Nullable String recentProblem,
    @Nullable Instant recentAsOf,
    boolean stale) {

  /** The same facts of a station's history. */
  public static Joined of(StationHistory h) {
    return new Joined(
        h.boundary(), h.warehouseProblem(), h.recentProblem(), h.recentAsOf(), h.stale());
  }

  /** The same facts of a contract's history. */
  public static Joined of(TotalHistory h) {
    return new Joined(
        h.boundary(), h.warehouseProblem(), h.recentProblem(), h.recentAsOf(), h.stale());
  }

  /** Whether something that should be in it is not. */
  public boolean partial() {
    return warehouseProblem != null || recentProblem != null;
  }

  /** The word for pages and programs: {@code partial}, {@code stale} or {@code complete}. */
  public String state() {
    return partial() ? "partial" : stale ? "stale" : "complete";
  }
}
